package oneoff

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/oneoff"
	"portico/ent/predicate"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/store"
	"portico/internal/viewer"
)

// changedAtATime is how many rows one statement changes: others want to write
// meanwhile.
const changedAtATime = 500

// Holding is the one-offs that an account started. On other people's apps they stay,
// under a pseudonym.
func (s OneOffs) Holding() holding.Holding {
	return holding.Holding{
		Tables:    []string{oneoff.Table},
		Anonymize: s.anonymize,
		Files: []holding.File{{
			Name: "one-offs.csv", About: i18n.Msg("One-off containers of your apps, and yours on other apps"), Weight: 5, Write: s.export,
		}},
	}
}

// anonymize removes the viewer's name from the one-offs that they started.
func (s OneOffs) anonymize(ctx context.Context, pseudonym string) error {
	platform, me := viewer.AsSystem(ctx), viewer.ID(ctx)
	for {
		n, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (int, error) {
			some, err := tx.OneOff.Query().Where(oneoff.StartedByID(me), oneoff.StartedByNameNEQ(pseudonym)).Limit(changedAtATime).IDs(platform)
			if err != nil || len(some) == 0 {
				return 0, err
			}
			return tx.OneOff.Update().Where(oneoff.IDIn(some...)).SetStartedByName(pseudonym).Save(platform)
		})
		if err != nil {
			return fmt.Errorf("anonymize one-offs: %w", err)
		}
		if n == 0 {
			return nil
		}
	}
}

// export writes the one-offs of the viewer's own apps, and the viewer's own on other
// people's apps.
func (s OneOffs) export(ctx context.Context, w io.Writer, _ holding.Progress) error {
	t, me := holding.NewTable(w, "id", "created_at", "app", "command", "size", "status", "exit_code", "started_by", "started_at", "ended_at"), viewer.ID(ctx)
	own, err := s.DB.App.Query().Where(app.OwnerID(me)).IDs(ctx)
	if err != nil {
		return fmt.Errorf("list own apps: %w", err)
	}
	lists := []predicate.OneOff{oneoff.And(oneoff.StartedByID(me), oneoff.Not(oneoff.HasAppWith(app.OwnerID(me))))}
	for _, id := range own {
		lists = append(lists, oneoff.AppID(id))
	}
	for _, list := range lists {
		if err := s.exportSome(ctx, list, t); err != nil {
			return err
		}
	}
	return t.End()
}

func (s OneOffs) exportSome(ctx context.Context, list predicate.OneOff, t *holding.Table) error {
	for after := uuid.Nil; ; {
		rows, err := s.DB.OneOff.Query().Where(list, oneoff.IDGT(after)).Order(ent.Asc(oneoff.FieldID)).
			Limit(holding.PageSize).WithApp().All(ctx)
		if err != nil {
			return fmt.Errorf("list one-offs: %w", err)
		}
		for _, o := range rows {
			if after = o.ID; o.Edges.App == nil { // it was deleted meanwhile, and they with it
				continue
			}
			if err := t.Row(cells(o)...); err != nil {
				return err
			}
		}
		if len(rows) < holding.PageSize {
			return nil
		}
	}
}

func cells(o *ent.OneOff) []string {
	code := ""
	if o.ExitCode != nil {
		code = strconv.Itoa(int(*o.ExitCode))
	}
	return []string{
		o.GlobalID().String(), holding.Moment(o.CreatedAt), o.Edges.App.Name, o.Command, o.Plan, string(o.Status), code,
		o.StartedByName, moment(o.StartedAt), moment(o.EndedAt),
	}
}

func moment(t *time.Time) string {
	if t == nil {
		return ""
	}
	return holding.Moment(*t)
}
