package schema_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	sqlschema "entgo.io/ent/dialect/sql/schema"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/migrate"
	"portico/ent/privacy"
	"portico/ent/schema"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func TestEveryTableHasItsRule(t *testing.T) {
	t.Parallel()
	var tables []string
	for _, table := range migrate.Tables {
		tables = append(tables, table.Name)
	}
	tested := slices.Sorted(maps.Keys(entities))
	if slices.Sort(tables); !slices.Equal(tables, tested) {
		t.Errorf("tables %v, tested %v: name the entity of each in entities", tables, tested)
	}
	for table := range entities {
		if rightsOn(table) == (rights{}) {
			t.Errorf("%s: give it an ownership mixin, or rules of its own and a line about them here", table)
		}
	}
}

// Who sees Ada's rows, and who may do what with them.
func TestOwnership(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	for table := range entities {
		r := rightsOn(table)
		t.Run(table, func(t *testing.T) {
			for _, who := range []struct {
				name string
				ctx  context.Context
				sees bool
			}{
				{"nobody", viewer.WithNobody(t.Context()), r.public},
				{"no request", t.Context(), r.public},
				{"zero", viewer.With(t.Context(), viewer.Viewer{Username: "ada"}), r.public},
				{"eve", s.eve, r.public},
				{"invited", s.invited, r.public || strings.Contains(r.seenBy, "invited")},
				{"limited", s.limited, r.public || strings.Contains(r.seenBy, "limited")},
				{"collaborator", s.mate, r.public || strings.Contains(r.seenBy, "collaborator")},
				{"owner", s.ada, !r.platform},
				{"platform", viewer.AsSystem(t.Context()), true},
			} {
				s.checkReads(t, who.name, who.ctx, table, who.sees)
			}
			for name, ctx := range map[string]context.Context{"nobody": viewer.WithNobody(t.Context()), "no request": t.Context()} {
				s.checkRefused(t, name, ctx, table, privacy.Deny)
			}
			for name, ctx := range map[string]context.Context{"zero": viewer.With(t.Context(), viewer.Viewer{}), "eve": s.eve, "invited": s.invited} {
				s.checkRefused(t, name, ctx, table, nil)
			}
			s.checkRights(t, "owner", s.ada, table, r.owner)
			if r.app {
				s.checkRights(t, "collaborator", s.mate, table, r.collaborator)
				s.checkRights(t, "limited", s.limited, table, r.limited)
				return
			}
			s.checkRefused(t, "collaborator", s.mate, table, nil)
			s.checkRefused(t, "limited", s.limited, table, nil)
		})
	}
}

// What a member creates on a shared app names the member, and nobody else, as who did it.
func TestMembersCreateInTheirOwnName(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	for table := range entities {
		named := slices.ContainsFunc(tableNamed(table).Columns, func(c *sqlschema.Column) bool { return namesAccount(table, c.Name) })
		if !named || !strings.Contains(rightsOn(table).limited, "create") {
			continue
		}
		err := s.try(s.limited, func(tx *ent.Tx) error { return s.new(tx, table, "foreign", s.me).Exec(s.limited) })
		if !errors.Is(err, privacy.Deny) {
			t.Errorf("%s: a member creates one in the owner's name (%v): check who it names in Hooks, in the owned_*.go of its area", table, err)
		}
	}
}

// Other domains leave the tables of apps alone: the linter's list names each of them.
func TestLinterKeepsDomainsOffTheTablesOfApps(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile(filepath.Join(testkit.Root(t), ".golangci.yml"))
	testkit.Must(t, list, err)
	for table, e := range entities {
		pkg := "portico/ent/" + strings.ToLower(reflect.TypeOf(e).Name()) + "$"
		if rightsOn(table).app && !strings.Contains(string(list), pkg) {
			t.Errorf("%s: deny %s in the rule \"tables\" of .golangci.yml", table, pkg)
		}
	}
}

// Each role includes what the lesser ones may.
func TestRolesOnAnApp(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	for _, who := range []struct {
		name string
		ctx  context.Context
		role schema.AppRole
	}{{"owner", s.ada, schema.RoleOwner}, {"collaborator", s.mate, schema.RoleCollaborator}, {"limited", s.limited, schema.RoleLimited}} {
		for _, least := range []schema.AppRole{schema.RoleOwner, schema.RoleCollaborator, schema.RoleLimited} {
			v, _ := viewer.From(who.ctx)
			has := s.DB.App.Query().Where(app.ID(s.app), schema.InApps(app.FieldID, v, least)).ExistX(viewer.AsSystem(t.Context()))
			if has != (who.role <= least) {
				t.Errorf("%s has role %d: %v", who.name, least, has)
			}
		}
	}
}

var errBack = errors.New("roll back")

// try runs fn as somebody in a transaction of its own.
func (s *scene) try(ctx context.Context, fn func(*ent.Tx) error) error {
	return store.Do(ctx, s.DB, fn)
}

func (s *scene) checkReads(t *testing.T, who string, ctx context.Context, table string, sees bool) {
	t.Helper()
	n, listed := -1, -1
	err := s.try(ctx, func(tx *ent.Tx) error {
		var err, err2 error
		n, err = s.query(tx, table).Count(ctx)
		all := reflect.ValueOf(s.query(tx, table)).MethodByName("All").Call([]reflect.Value{reflect.ValueOf(ctx)})
		listed, err2 = all[0].Len(), errorOf(all[1])
		return errors.Join(err, err2)
	})
	_, asking := viewer.From(ctx)
	denied := !sees && (!asking || rightsOn(table).platform)
	switch want := map[bool]int{true: 1}[sees]; {
	case denied && !errors.Is(err, privacy.Deny):
		t.Errorf("%s may query: %v", who, err)
	case denied:
	case err != nil || n != want || listed != want:
		t.Errorf("%s counts %d and lists %d, want %d (%v)", who, n, listed, want, err)
	}
}

func errorOf(v reflect.Value) error { err, _ := v.Interface().(error); return err }

// An attempt is one way to change a row, and how many rows it reached.
type attempt struct {
	right, what string
	fn          func(context.Context, *ent.Tx) (int, error)
}

// attempts are all ways to change Ada's row, or to add one in somebody's name.
func (s *scene) attempts(table, who string, whose uuid.UUID) []attempt {
	return []attempt{
		{"create", "create", func(ctx context.Context, tx *ent.Tx) (int, error) {
			return 1, s.new(tx, table, "create-"+who, whose).Exec(ctx)
		}},
		{"create", "bulk", func(ctx context.Context, tx *ent.Tx) (int, error) {
			return 1, s.bulk(tx, table, "bulk-"+who, whose).Exec(ctx)
		}},
		{"update", "update one", func(ctx context.Context, tx *ent.Tx) (int, error) { return 1, s.updateOne(tx, table).Exec(ctx) }},
		{"update", "update", func(ctx context.Context, tx *ent.Tx) (int, error) { return s.update(tx, table).Save(ctx) }},
		{"delete", "delete one", func(ctx context.Context, tx *ent.Tx) (int, error) { return 1, s.deleteOne(tx, table).Exec(ctx) }},
		{"delete", "delete", func(ctx context.Context, tx *ent.Tx) (int, error) { return s.delete(tx, table).Exec(ctx) }},
	}
}

// checkRefused tries everything on Ada's row and in Ada's name, and keeps what
// went through: the row must be as it was.
func (s *scene) checkRefused(t *testing.T, who string, ctx context.Context, table string, want error) {
	t.Helper()
	before := s.rows(t, table)
	for _, a := range s.attempts(table, who, s.me) {
		err := s.try(ctx, func(tx *ent.Tx) error {
			n, err := a.fn(ctx, tx)
			if err == nil && n == 0 && want == nil {
				return errBack // nothing was reached: as good as refused
			}
			return err
		})
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s may %s: %v", who, a.what, err)
		}
		if a.right == "create" && !errors.Is(err, privacy.Deny) {
			t.Errorf("%s: %s fails for another reason than the rule: %v", who, a.what, err)
		}
	}
	if after := s.rows(t, table); after != before {
		t.Errorf("%s changed\n%s to\n%s", who, before, after)
	}
}

// rows is Ada's row as it is stored.
func (s *scene) rows(t *testing.T, table string) (text string) {
	t.Helper()
	ctx := viewer.AsSystem(t.Context())
	err := s.try(ctx, func(tx *ent.Tx) error {
		all := reflect.ValueOf(s.query(tx, table)).MethodByName("All").Call([]reflect.Value{reflect.ValueOf(ctx)})
		text = fmt.Sprint(all[0].Interface())
		return errorOf(all[1])
	})
	return testkit.Must(t, text, err)
}

// checkRights tries everything as somebody in their own name, each in a
// transaction that is rolled back.
func (s *scene) checkRights(t *testing.T, who string, ctx context.Context, table, rights string) {
	t.Helper()
	for _, a := range s.attempts(table, who, viewer.ID(ctx)) {
		n, err := 0, error(nil)
		_ = s.try(ctx, func(tx *ent.Tx) error { n, err = a.fn(ctx, tx); return errBack })
		if may := strings.Contains(rights, a.right); may != (err == nil && n == 1) {
			t.Errorf("%s tries to %s: %d rows, %v; may: %v", who, a.what, n, err, may)
		}
	}
}

// No row is taken over or given away, by whatever builder: not by its column,
// not by an edge, and not by a create in between.
func TestRowsStayWithTheirOwner(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	eve, now := viewer.ID(s.eve), s.Clock.Now()
	deploy := func(tx *ent.Tx, appID, pusher uuid.UUID) error {
		return tx.Deployment.Create().SetAppID(appID).SetPushID(id()).SetCommit("c").SetSubject("s").SetRef("r").
			SetPusherID(pusher).SetPusherName("x").SetSSHKeyID(id()).SetKeyFingerprint("f").SetCreatedAt(now).Exec(s.eve)
	}
	for name, fn := range map[string]func(*ent.Tx) error{
		"give an app away": func(tx *ent.Tx) error {
			u := tx.App.UpdateOneID(s.app)
			u.Mutation().SetOwnerID(eve)
			return u.SetName("given").Exec(s.ada)
		},
		"give all apps away": func(tx *ent.Tx) error {
			u := tx.App.Update()
			u.Mutation().SetOwnerID(eve)
			return u.Exec(s.ada)
		},
		"take an app by the account's edge": func(tx *ent.Tx) error { return tx.Account.UpdateOneID(eve).AddAppIDs(s.app).Exec(s.eve) },
		"take a collaboration by the account's edge": func(tx *ent.Tx) error {
			return tx.Account.UpdateOneID(eve).AddCollaborationIDs(s.collaborator).Exec(s.eve)
		},
		"take a collaborator by the app's edge": func(tx *ent.Tx) error {
			return tx.App.UpdateOneID(s.evesApp).AddCollaboratorIDs(s.collaborator).Exec(s.eve)
		},
		"take a deployment by the app's edge": func(tx *ent.Tx) error {
			return tx.App.UpdateOneID(s.evesApp).AddDeploymentIDs(s.deployment).Exec(s.eve)
		},
		"take a deployment by a new app": func(tx *ent.Tx) error {
			return tx.App.Create().SetName("new").SetCreatedAt(now).AddDeploymentIDs(s.deployment).Exec(s.eve)
		},
		"move one's place to another's app": func(tx *ent.Tx) error {
			u := tx.Collaborator.UpdateOneID(s.evesCollaborator)
			u.Mutation().SetAppID(s.app)
			return u.Exec(s.eve)
		},
		"move a key": func(tx *ent.Tx) error {
			u := tx.SSHKey.UpdateOneID(s.made["ssh_keys"].(uuid.UUID))
			u.Mutation().SetAccountID(eve)
			return u.Exec(s.ada)
		},
		"deploy to another's app":               func(tx *ent.Tx) error { return deploy(tx, s.app, eve) },
		"deploy to one's own in another's name": func(tx *ent.Tx) error { return deploy(tx, s.evesApp, s.me) },
		"join another's app": func(tx *ent.Tx) error {
			return tx.Collaborator.Create().SetAppID(s.app).SetAccountID(eve).SetRole("LIMITED").SetAcceptedAt(now).SetCreatedAt(now).Exec(s.eve)
		},
	} {
		t.Run(name, func(t *testing.T) {
			before := s.owners(t)
			err := s.try(s.eve, fn)
			if after := s.owners(t); after != before {
				t.Errorf("moved (%v):\n%s\n%s", err, before, after)
			}
		})
	}
}

// owners is whose each row is.
func (s *scene) owners(t *testing.T) string {
	t.Helper()
	ctx := viewer.AsSystem(t.Context())
	var b strings.Builder
	for _, a := range s.DB.App.Query().Order(ent.Asc(app.FieldID)).AllX(ctx) {
		fmt.Fprintln(&b, "app", a.ID, a.OwnerID)
	}
	for _, c := range s.DB.Collaborator.Query().Order(ent.Asc(collaborator.FieldID)).AllX(ctx) {
		fmt.Fprintln(&b, "collaborator", c.ID, c.AppID, c.AccountID)
	}
	for _, d := range s.DB.Deployment.Query().Order(ent.Asc(deployment.FieldID)).AllX(ctx) {
		fmt.Fprintln(&b, "deployment", d.ID, d.AppID, d.PusherID)
	}
	for _, k := range s.DB.SSHKey.Query().AllX(ctx) {
		fmt.Fprintln(&b, "key", k.ID, k.AccountID)
	}
	return b.String()
}

// An app that names another's deployment as its newest does not show it.
func TestForeignDeploymentIsNotShownByAnEdge(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	testkit.Must(t, 0, s.try(s.eve, func(tx *ent.Tx) error {
		return tx.App.UpdateOneID(s.evesApp).SetLastDeploymentID(s.deployment).Exec(s.eve)
	}))
	a := s.DB.App.Query().Where(app.ID(s.evesApp)).WithLastDeployment().OnlyX(s.eve)
	if a.Edges.LastDeployment != nil {
		t.Errorf("eve sees %v", a.Edges.LastDeployment)
	}
	if n := a.QueryLastDeployment().CountX(s.eve); n != 0 {
		t.Errorf("eve counts %d", n)
	}
}
