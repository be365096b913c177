package schema_test

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	sqlschema "entgo.io/ent/dialect/sql/schema"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/migrate"
	"portico/internal/viewer"
)

// What ent's builders have in common. They are found by reflection, so that a
// new entity is tested without a line about it.
type (
	reads interface {
		Count(context.Context) (int, error)
	}
	one  interface{ Exec(context.Context) error }
	many interface {
		Save(context.Context) (int, error)
	}
	remove interface {
		Exec(context.Context) (int, error)
	}
)

func id() uuid.UUID { return uuid.Must(uuid.NewV7()) }

func tableNamed(name string) *sqlschema.Table {
	return migrate.Tables[slices.IndexFunc(migrate.Tables, func(t *sqlschema.Table) bool { return t.Name == name })]
}

// client is that of a table's entity.
func client(tx *ent.Tx, table string) reflect.Value {
	return reflect.ValueOf(tx).Elem().FieldByName(reflect.TypeOf(entities[table]).Name())
}

func call(v reflect.Value, method string, args ...reflect.Value) reflect.Value {
	return v.MethodByName(method).Call(args)[0]
}

// where narrows a builder to Ada's row: nobody's own rows hide what they see of hers.
func (s *scene) where(builder reflect.Value, table string) reflect.Value {
	method := builder.MethodByName("Where")
	is := func(q *sql.Selector) { q.Where(sql.EQ(q.C("id"), s.made[table])) }
	return method.Call([]reflect.Value{reflect.ValueOf(is).Convert(method.Type().In(0).Elem())})[0]
}

func (s *scene) query(tx *ent.Tx, table string) reads {
	return s.where(call(client(tx, table), "Query"), table).Interface().(reads)
}

func (s *scene) updateOne(tx *ent.Tx, table string) one {
	b := call(client(tx, table), "UpdateOneID", reflect.ValueOf(s.made[table]))
	return s.change(b, table).Interface().(one)
}

func (s *scene) update(tx *ent.Tx, table string) many {
	return s.change(s.where(call(client(tx, table), "Update"), table), table).Interface().(many)
}

func (s *scene) deleteOne(tx *ent.Tx, table string) one {
	return call(client(tx, table), "DeleteOneID", reflect.ValueOf(s.made[table])).Interface().(one)
}

func (s *scene) delete(tx *ent.Tx, table string) remove {
	return s.where(call(client(tx, table), "Delete"), table).Interface().(remove)
}

// A newRow is one that is about to be created.
type newRow struct {
	one
	id    any
	clear func() // makes room where an account, or an app, has one row at most
}

func (r newRow) Exec(ctx context.Context) error {
	r.clear()
	return r.one.Exec(ctx)
}

// new is one more row of somebody's in Ada's account or app, marked.
func (s *scene) new(tx *ent.Tx, table, mark string, whose uuid.UUID) newRow {
	b, row := call(client(tx, table), "Create"), newRow{clear: func() {}}
	for _, c := range tableNamed(table).Columns {
		set := setter(b, c.Name)
		if c.Nullable || !set.IsValid() {
			continue
		}
		v := s.value(table, c, set.Type().In(0), mark, whose)
		if set.Call([]reflect.Value{v}); c.Name == "id" {
			row.id = v.Interface()
		}
	}
	if row.one = b.Interface().(one); oneAtMost(table) {
		row.clear = func() {
			sys := viewer.AsSystem(s.T.Context())
			call(client(tx, table), "Delete").MethodByName("Exec").Call([]reflect.Value{reflect.ValueOf(sys)})
		}
	}
	return row
}

// bulk is the same by the builder of many.
func (s *scene) bulk(tx *ent.Tx, table, mark string, whose uuid.UUID) one {
	row := s.new(tx, table, mark, whose)
	row.one = call(client(tx, table), "CreateBulk", reflect.ValueOf(row.one)).Interface().(one)
	return row
}

func oneAtMost(table string) bool {
	return slices.ContainsFunc(tableNamed(table).Indexes, func(i *sqlschema.Index) bool {
		return i.Unique && len(i.Columns) == 1 && slices.Contains([]string{"account_id", "app_id"}, i.Columns[0].Name)
	})
}

// setter is the method that sets a column, or none where it is immutable.
func setter(builder reflect.Value, column string) reflect.Value {
	for m := range builder.Type().Methods() {
		if strings.EqualFold(m.Name, "Set"+strings.ReplaceAll(column, "_", "")) {
			return builder.MethodByName(m.Name)
		}
	}
	return reflect.Value{}
}

// change sets the first column that can be changed, if there is one.
func (s *scene) change(builder reflect.Value, table string) reflect.Value {
	for _, c := range tableNamed(table).Columns {
		if set := setter(builder, c.Name); set.IsValid() {
			return set.Call([]reflect.Value{s.value(table, c, set.Type().In(0), "changed", s.me)})[0]
		}
	}
	return builder
}

// value is one for a column: what it refers to, or the mark.
func (s *scene) value(table string, c *sqlschema.Column, t reflect.Type, mark string, whose uuid.UUID) reflect.Value {
	s.numbers++
	var v any
	switch {
	case t == reflect.TypeFor[uuid.UUID]():
		v = s.reference(table, c.Name, whose)
	case t == reflect.TypeFor[time.Time]():
		v = s.Clock.Now().Add(time.Duration(s.numbers) * time.Second)
	case t == reflect.TypeFor[json.RawMessage]():
		v = json.RawMessage("{}")
	case len(c.Enums) > 0 && mark == "changed":
		v = c.Enums[len(c.Enums)-1]
	case len(c.Enums) > 0:
		v = c.Enums[0]
	case t.Kind() == reflect.String || t == reflect.TypeFor[[]byte]():
		v = mark
	case t.Kind() == reflect.Bool:
		v = mark == "changed"
	case t.Kind() == reflect.Slice:
		return reflect.MakeSlice(t, 0, 0)
	default:
		v = 1000 + s.numbers
	}
	return reflect.ValueOf(v).Convert(t)
}

// reference is an id of somebody's, or of Ada's row in the table that a column
// refers to.
func (s *scene) reference(table, column string, whose uuid.UUID) uuid.UUID {
	switch table + "." + column {
	case "collaborators.account_id":
		return s.guest
	case "app_transfers.to_id":
		return viewer.ID(s.limited)
	}
	for _, k := range tableNamed(table).ForeignKeys {
		if k.Columns[0].Name == column && k.RefTable.Name != "accounts" {
			return s.row(k.RefTable.Name).(uuid.UUID)
		}
	}
	if namesAccount(table, column) {
		return whose
	}
	return id()
}

// accountColumns name an account without a foreign key: it may be gone.
var accountColumns = []string{"account_id", "pusher_id", "actor_id", "started_by_id"}

// namesAccount tells whether a column names an account.
func namesAccount(table, column string) bool {
	return slices.Contains(accountColumns, column) ||
		slices.ContainsFunc(tableNamed(table).ForeignKeys, func(k *sqlschema.ForeignKey) bool {
			return k.Columns[0].Name == column && k.RefTable.Name == "accounts"
		})
}
