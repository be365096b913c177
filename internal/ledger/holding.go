package ledger

import (
	"context"
	"io"

	"portico/ent"
	"portico/ent/ledgerentry"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/money"
)

// Holding is the entries of an account. They stay when it is deleted: the law asks for
// the book, and the row of the account stays under a pseudonym.
func (l Ledger) Holding() holding.Holding {
	return holding.Holding{Files: []holding.File{{
		Name: "ledger.csv", About: i18n.Msg("What you owed, paid, and had as credit"), Weight: 5, Write: l.export,
	}}}
}

func (l Ledger) export(ctx context.Context, w io.Writer, _ holding.Progress) error {
	t := holding.NewTable(w, "id", "posted_at", "kind", "account", "added", "taken", "balance", "currency")
	for after := int64(0); ; {
		rows, err := l.DB.LedgerEntry.Query().Where(ledgerentry.IDGT(after)).WithPosting().
			Order(ent.Asc(ledgerentry.FieldID)).Limit(holding.PageSize).All(ctx)
		if err != nil {
			return err
		}
		for _, e := range rows {
			if err := t.Row(exported(e)...); err != nil {
				return err
			}
			after = e.ID
		}
		if len(rows) < holding.PageSize {
			return t.End()
		}
	}
}

// exported writes no amount below zero: a spreadsheet would take it for a formula, and
// the table have it as text.
func exported(e *ent.LedgerEntry) []string {
	p, added, taken := e.Edges.Posting, Change(e), money.Cents(0)
	if added < 0 {
		added, taken = 0, -added
	}
	return []string{
		p.GlobalID().String(), holding.Moment(p.OccurredAt), string(p.Kind), string(e.LedgerAccount),
		added.Decimal(), taken.Decimal(), After(e).Decimal(), string(p.Currency),
	}
}
