package catalog

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/catalogrevision"
	"portico/ent/plan"
	"portico/ent/planprice"
	"portico/internal/clock"
	"portico/internal/store"
	"portico/internal/viewer"
)

// A Store keeps the catalog in the database. What was read is kept in memory until
// somebody, in whichever process, has applied another file.
type Store struct {
	DB *store.DB
	// Now is business time: by it prices come into force.
	Now   func() time.Time
	known atomic.Pointer[known]
}

// known is the catalog as a revision left it.
type known struct {
	number  int64
	catalog Catalog
}

// ErrMeanwhile says that two files were applied at the same time.
var ErrMeanwhile = errors.New("another catalog file was applied meanwhile: check yours again")

type onceKey struct{}

// Once has everything that is done in a context read the catalog once.
func (s *Store) Once(ctx context.Context) context.Context {
	return context.WithValue(ctx, onceKey{}, sync.OnceValues(func() (Catalog, error) { return s.read(ctx) }))
}

// Read is the catalog as it stands. It is shared: don't change it.
func (s *Store) Read(ctx context.Context) (Catalog, error) {
	if once, ok := ctx.Value(onceKey{}).(func() (Catalog, error)); ok {
		return once()
	}
	return s.read(ctx)
}

func (s *Store) read(ctx context.Context) (Catalog, error) {
	k := s.known.Load()
	if k == nil {
		k = &known{number: -1}
	}
	number, err := newest(ctx, s.DB.Client, k.number)
	for err == nil && number != k.number {
		// What is read between two looks at the same revision is of that revision.
		k = &known{number: number}
		if k.catalog, err = load(ctx, s.DB.Client); err == nil {
			number, err = newest(ctx, s.DB.Client, number)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read catalog: %w", err)
	}
	s.known.Store(k)
	return k.catalog, nil
}

// Offers are what customers can rent at this minute.
func (s *Store) Offers(ctx context.Context) ([]*Offer, error) {
	c, err := s.Read(ctx)
	return c.Offers(s.Now()), err
}

// Text is the file that was applied last, or the one that a new database begins with.
func (s *Store) Text(ctx context.Context) (string, error) {
	number, text, err := newestText(viewer.AsSystem(ctx), s.DB.Client)
	if err != nil {
		return "", fmt.Errorf("read catalog file: %w", err)
	}
	if number == 0 {
		return Default, nil
	}
	return text, nil
}

// Fill applies the default file where none was applied yet, and reads the catalog.
func (s *Store) Fill(ctx context.Context) error {
	c, err := s.Read(ctx)
	if err != nil || len(c) > 0 {
		return err
	}
	_, err = s.Apply(ctx, Default)
	if err != nil && !errors.Is(err, ErrMeanwhile) { // that is: another process was first
		return fmt.Errorf("fill catalog: %w", err)
	}
	_, err = s.Read(ctx)
	return err
}

// Check tells what a file would change. The error is Faults where it is refused.
func (s *Store) Check(ctx context.Context, text string) ([]string, error) {
	f, err := Parse(text)
	if err != nil {
		return nil, err
	}
	c, err := load(ctx, s.DB.Client)
	if err != nil {
		return nil, fmt.Errorf("read catalog: %w", err)
	}
	return Compare(c, f, s.Now())
}

// Apply makes a file the catalog, and tells what that changed. The error is Faults
// where it is refused.
func (s *Store) Apply(ctx context.Context, text string) ([]string, error) {
	f, err := Parse(text)
	if err != nil {
		return nil, err
	}
	ctx = viewer.AsSystem(ctx)
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) ([]string, error) {
		number, same, err := newestText(ctx, tx.Client())
		if err != nil {
			return nil, fmt.Errorf("read catalog file: %w", err)
		}
		if same == text {
			return nil, nil
		}
		if err := s.revise(ctx, tx, number+1, text); err != nil {
			return nil, err
		}
		old, err := load(ctx, tx.Client())
		if err != nil {
			return nil, fmt.Errorf("read catalog: %w", err)
		}
		now := clock.Stored(s.Now())
		changes, err := Compare(old, f, now)
		if err != nil {
			return nil, err
		}
		w := writing{tx: tx, now: now}
		return changes, w.write(ctx, f.Catalog)
	})
}

// revise takes the next number. Who comes second waits for the first one's
// transaction, and fails.
func (s *Store) revise(ctx context.Context, tx *ent.Tx, number int64, text string) error {
	err := tx.CatalogRevision.Create().SetNumber(number).SetText(text).SetCreatedAt(clock.Stored(s.Now())).Exec(ctx)
	if ent.IsConstraintError(err) {
		return ErrMeanwhile
	}
	if err != nil {
		return fmt.Errorf("write catalog revision: %w", err)
	}
	return nil
}

// newest is the number of the newest revision, at least the one that is known already;
// 0 where there is none.
func newest(ctx context.Context, db *ent.Client, known int64) (int64, error) {
	numbers, err := db.CatalogRevision.Query().Where(catalogrevision.NumberGTE(known)).Order(ent.Desc(catalogrevision.FieldNumber)).Limit(1).
		Select(catalogrevision.FieldNumber).Ints(viewer.AsSystem(ctx))
	if err != nil || len(numbers) == 0 {
		return 0, err
	}
	return int64(numbers[0]), nil
}

// newestText is the number of the newest revision and its file, or 0.
func newestText(ctx context.Context, db *ent.Client) (int64, string, error) {
	r, err := db.CatalogRevision.Query().Order(ent.Desc(catalogrevision.FieldNumber)).First(ctx)
	if ent.IsNotFound(err) {
		return 0, "", nil
	}
	if err != nil {
		return 0, "", err
	}
	return r.Number, r.Text, nil
}

// load reads the catalog from its rows.
func load(ctx context.Context, db *ent.Client) (Catalog, error) {
	rows, err := db.Plan.Query().Order(ent.Asc(plan.FieldPosition)).
		WithPrices(func(q *ent.PlanPriceQuery) { q.Order(ent.Asc(planprice.FieldValidFrom)) }).All(ctx)
	c := make(Catalog, len(rows))
	for i, r := range rows {
		c[i] = Plan{Name: r.Name, Kind: Kind(r.Kind), Label: r.Label, Retired: r.Retired}
		for _, p := range r.Edges.Prices {
			c[i].Prices = append(c[i].Prices, Price{From: p.ValidFrom.UTC(), MicrosPerHour: p.MicrosPerHour})
		}
	}
	return c, err
}

// A writing makes the rows those of a file that was compared with them.
type writing struct {
	tx  *ent.Tx
	now time.Time
}

func (w writing) write(ctx context.Context, c Catalog) error {
	rows, err := w.tx.Plan.Query().WithPrices().All(ctx)
	if err != nil {
		return fmt.Errorf("read plans: %w", err)
	}
	var prices []*ent.PlanPriceCreate
	for i, p := range c {
		row, err := w.plan(ctx, rows, i, p)
		if err != nil {
			return fmt.Errorf("write plan %s: %w", p.Name, err)
		}
		more, err := w.prices(ctx, row, p)
		if err != nil {
			return fmt.Errorf("write prices of plan %s: %w", p.Name, err)
		}
		prices = append(prices, more...)
	}
	if err := w.remove(ctx, rows, c); err != nil {
		return fmt.Errorf("remove plans: %w", err)
	}
	if err := w.tx.PlanPrice.CreateBulk(prices...).Exec(ctx); err != nil {
		return fmt.Errorf("write prices: %w", err)
	}
	return nil
}

// plan makes or changes the row of a plan.
func (w writing) plan(ctx context.Context, rows []*ent.Plan, position int, p Plan) (*ent.Plan, error) {
	i := slices.IndexFunc(rows, func(r *ent.Plan) bool { return r.Name == p.Name })
	if i < 0 {
		return w.tx.Plan.Create().SetName(p.Name).SetKind(plan.Kind(p.Kind)).SetLabel(p.Label).SetRetired(p.Retired).
			SetPosition(position).SetCreatedAt(w.now).Save(ctx)
	}
	if r := rows[i]; r.Label == p.Label && r.Retired == p.Retired && r.Position == position {
		return r, nil
	}
	err := w.tx.Plan.UpdateOneID(rows[i].ID).SetLabel(p.Label).SetRetired(p.Retired).SetPosition(position).Exec(ctx)
	return rows[i], err
}

// prices takes back what is to come and is not as the file says, and returns what is
// to be added.
func (w writing) prices(ctx context.Context, row *ent.Plan, p Plan) (add []*ent.PlanPriceCreate, err error) {
	kept := map[time.Time]bool{}
	var gone []uuid.UUID
	for _, r := range row.Edges.Prices {
		is, there := p.priceFrom(r.ValidFrom)
		if there && is.MicrosPerHour == r.MicrosPerHour {
			kept[is.From] = true
			continue
		}
		gone = append(gone, r.ID)
	}
	for _, price := range p.Prices {
		if !kept[price.From] {
			add = append(add, w.tx.PlanPrice.Create().SetPlanID(row.ID).SetValidFrom(price.From).
				SetMicrosPerHour(price.MicrosPerHour).SetCreatedAt(w.now))
		}
	}
	return add, w.takeBack(ctx, gone)
}

// takeBack deletes prices that are still to come. It is the only place that deletes
// any, and asks once more.
func (w writing) takeBack(ctx context.Context, ids []uuid.UUID) error {
	if len(ids) == 0 {
		return nil
	}
	n, err := w.tx.PlanPrice.Delete().Where(planprice.IDIn(ids...), planprice.ValidFromGT(w.now)).Exec(ctx)
	if err == nil && n != len(ids) {
		err = errors.New("a price that has come into force would be deleted")
	}
	return err
}

// remove deletes the plans that the file has no more. None of them was ever sold.
func (w writing) remove(ctx context.Context, rows []*ent.Plan, c Catalog) error {
	for _, r := range rows {
		if _, kept := c.Plan(r.Name); kept {
			continue
		}
		ids := make([]uuid.UUID, len(r.Edges.Prices))
		for i, p := range r.Edges.Prices {
			ids[i] = p.ID
		}
		if err := w.takeBack(ctx, ids); err != nil {
			return err
		}
		if err := w.tx.Plan.DeleteOneID(r.ID).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
