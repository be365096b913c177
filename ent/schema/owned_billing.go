//go:build !bootstrap

package schema

import (
	"entgo.io/ent"
	entsql "entgo.io/ent/dialect/sql"

	"portico/internal/viewer"
)

// Policy: a posting is visible to the customer of its entries. Only the ledger writes
// it, as the platform.
func (Posting) Policy() ent.Policy {
	return confined(func(v viewer.Viewer) condition {
		return func(s *entsql.Selector) {
			s.Where(entsql.In(s.C("id"), selectFrom(s.Dialect(), "ledger_entries", "posting_id", entsql.EQ("account_id", v.AccountID))))
		}
	}, platformOnly)
}

// Policy: an entry is visible to its customer. Those of the house are not.
func (LedgerEntry) Policy() ent.Policy { return confined(ofCustomer, platformOnly) }

// Policy: a balance is visible to its customer.
func (LedgerBalance) Policy() ent.Policy { return confined(ofCustomer, platformOnly) }

// ofCustomer: the customer is the viewer.
func ofCustomer(v viewer.Viewer) condition {
	return func(s *entsql.Selector) { s.Where(entsql.EQ(s.C("account_id"), v.AccountID)) }
}
