package metering

import (
	"context"
	"io"
	"strconv"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/lifespan"
	"portico/internal/holding"
	"portico/internal/i18n"
)

// Holding is what an account used. It is kept when the account is deleted: its invoices
// are, too.
func (m Meter) Holding() holding.Holding {
	return holding.Holding{Files: []holding.File{{
		Name: "usage.csv", About: i18n.Msg("What your apps used, and when"), Weight: 10, Write: m.export,
	}}}
}

func (m Meter) export(ctx context.Context, w io.Writer, _ holding.Progress) error {
	t := holding.NewTable(w, "id", "app", "kind", "resource", "plan", "quantity", "started_at", "ended_at", "end_reason")
	for after := uuid.Nil; ; {
		rows, err := m.DB.Lifespan.Query().Where(lifespan.IDGT(after)).Order(ent.Asc(lifespan.FieldID)).Limit(holding.PageSize).All(ctx)
		if err != nil {
			return err
		}
		for _, l := range rows {
			if err := t.Row(exported(l)...); err != nil {
				return err
			}
			after = l.ID
		}
		if len(rows) < holding.PageSize {
			return t.End()
		}
	}
}

func exported(l *ent.Lifespan) []string {
	end, why := "", ""
	if l.EndedAt != nil {
		end, why = holding.Moment(*l.EndedAt), *l.EndReason
	}
	return []string{
		l.GlobalID().String(), l.AppName, string(l.Kind), l.Resource, l.Plan, strconv.Itoa(int(l.Quantity)), holding.Moment(l.StartedAt), end, why,
	}
}
