package ledger_test

import (
	"fmt"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/clock"
	"portico/internal/ledger"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// The postings of invoices, issued many per commit as in a run: how many statements and
// how long for each.
func BenchmarkIssue(b *testing.B) {
	w := testkit.New(b)
	system := viewer.AsSystem(b.Context())
	for _, perCommit := range []int{1, 20, 100} {
		b.Run(fmt.Sprint(perCommit, " per commit"), func(b *testing.B) {
			ids := make([]uuid.UUID, perCommit)
			for i := range ids {
				ids[i] = uuid.Must(uuid.NewV7())
			}
			testkit.Must(b, 0, store.Do(system, w.DB, func(tx *ent.Tx) error {
				return tx.Account.MapCreateBulk(ids, func(c *ent.AccountCreate, i int) {
					c.SetID(ids[i]).SetUsername(ids[i].String()).SetEmail(ids[i].String()).SetEmailKey(ids[i].String()).SetCreatedAt(clock.Now())
				}).Exec(system)
			}))
			for b.Loop() {
				all := make([]ledger.Posting, perCommit)
				for i, id := range ids {
					all[i] = ledger.Posting{Key: "issue:" + uuid.NewString(), At: w.Business.Now(), Kind: ledger.Issue, Customer: id, Entries: []ledger.Entry{
						ledger.Debit(ledger.Receivable, 1190), ledger.Credit(ledger.Revenue, 1000), ledger.Credit(ledger.VAT, 190),
					}}
				}
				testkit.Must(b, 0, store.Do(system, w.DB, func(tx *ent.Tx) error {
					_, err := w.Ledger.PostAll(system, tx, all)
					return err
				}))
			}
			b.ReportMetric(float64(b.N*perCommit)/b.Elapsed().Seconds(), "postings/s")
		})
	}
}
