package assembly_test

import (
	"slices"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"portico/ent/migrate"
	"portico/internal/testkit"
)

// kept are the tables with something of an account's that its deletion leaves as they
// are, each with the reason.
var kept = map[string]string{
	"accounts":        "deletion empties the row itself and keeps it: events of others lead to it, under the pseudonym",
	"ledger_balances": "sums of the entries of the ledger",
	"ledger_entries":  "the law asks for the book, and it has no name of hers",
	"lifespans":       "what an account used is kept with its invoices, which the law asks for, and has no name of hers",
	"resources":       "what lifespans are made from",
	"usage_changes":   "what lifespans are made from",
	"streams":         "the log forgets nothing: what is personal is in its events",
	"oauth_states":    "a way to GitHub that a session began is swept within minutes, and holds nothing personal",
}

// elsewhere are columns with ids that lead to no account. What is not here, and refers
// to no other table, is taken for an account's.
var elsewhere = map[string]bool{
	"deployments.push_id": true, "deployments.ssh_key_id": true, "entries.app_id": true, "events.app_id": true,
}

// ownedBy is the column by which rows of a table belong to an account, or tell of one:
// of its id, an address, or a name.
func ownedBy(table *schema.Table) string {
	refers := map[string]string{}
	for _, key := range table.ForeignKeys {
		refers[key.Columns[0].Name] = key.RefTable.Name
	}
	for _, c := range table.Columns {
		to, isKey := refers[c.Name]
		switch {
		case to == "accounts",
			c.Type == field.TypeUUID && c.Name != "id" && !isKey && !elsewhere[table.Name+"."+c.Name],
			c.Type == field.TypeString && (strings.Contains(c.Name, "email") || strings.Contains(c.Name, "address") || strings.Contains(c.Name, "user")):
			return c.Name
		}
	}
	return ""
}

// Deletion, revocation and the export know the tables of accounts by the holdings alone.
func TestEveryTableOfAccountsIsHeld(t *testing.T) {
	t.Parallel()
	holds := map[string]int{}
	for _, h := range *testkit.New(t).Holdings {
		for _, table := range h.Tables {
			holds[table]++
		}
		if len(h.Tables) > 0 && h.Obstacle == nil && h.Leave == nil && h.Erase == nil && h.Anonymize == nil {
			t.Errorf("the holding of %v says nothing about the deletion of an account", h.Tables)
		}
	}
	owned := 0
	for _, table := range migrate.Tables {
		by := ownedBy(table)
		switch n := holds[table.Name]; {
		case n > 1:
			t.Errorf("%d holdings name %s: which of them erases it?", n, table.Name)
		case n > 0 && kept[table.Name] != "":
			t.Errorf("%s is erased: take it off the list of what is kept", table.Name)
		case n == 0 && kept[table.Name] == "" && by != "":
			t.Errorf("%s has something of accounts (%s), and no holding names it: what becomes of it when an account is deleted? "+
				"Name it in the Holding of its domain, or in kept with the reason", table.Name, by)
		}
		if by != "" {
			owned++
		}
		delete(holds, table.Name)
	}
	for table := range holds {
		t.Errorf("a holding names %s, which is no table", table)
	}
	for table := range kept {
		if !slices.ContainsFunc(migrate.Tables, func(t *schema.Table) bool { return t.Name == table && ownedBy(t) != "" }) {
			t.Errorf("%s has nothing of accounts: take it off the list of what is kept", table)
		}
	}
	if owned < 15 {
		t.Errorf("only %d tables have something of accounts: the search is broken", owned)
	}
}

// noAccess are the tables whose rows give no access to their account.
var noAccess = map[string]bool{
	"data_exports": true, "mails": true, "reset_requests": true, "apps": true, "collaborators": true, "deployments": true, "events": true, "one_offs": true,
	"app_transfers": true,
}

// What an account is not given back with to the owner of its email is revoked.
func TestWhatGivesAccessIsRevoked(t *testing.T) {
	t.Parallel()
	for _, h := range *testkit.New(t).Holdings {
		for _, table := range h.Tables {
			if (h.RevokeAll == nil) != noAccess[table] {
				t.Errorf("%s: either its holding revokes it, or it is on the list of what gives no access", table)
			}
		}
		if h.RevokeSince != nil && h.RevokeAll == nil {
			t.Errorf("the holding of %v revokes what is new and not everything", h.Tables)
		}
	}
}

// The files of the export have names of their own, and each is explained.
func TestFilesOfTheExport(t *testing.T) {
	t.Parallel()
	names := map[string]bool{}
	for _, f := range testkit.New(t).Holdings.Files() {
		if names[f.Name] || f.About.IsZero() || f.Weight <= 0 || f.Write == nil {
			t.Errorf("%+v", f)
		}
		names[f.Name] = true
	}
	if len(names) < 5 {
		t.Errorf("only %v are exported", names)
	}
}
