package ledger_test

import (
	"strings"
	"testing"

	"portico/internal/ledger"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// An account's entries are in its export, more than a page of them, and nobody else's.
func TestExport(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	ada, bob := b.Account("ada"), b.Account("bob")
	b.mustPost(b.moved(ledger.Prepaid, viewer.ID(bob), 9999), b.moved(ledger.Prepaid, viewer.ID(ada), 20_000))
	for range 120 {
		b.mustPost(b.moved(ledger.Prepaid, viewer.ID(ada), -105))
	}
	var text strings.Builder
	testkit.Must(t, 0, b.Ledger.Holding().Files[0].Write(ada, &text, nil))
	lines := strings.Split(strings.TrimSpace(text.String()), "\r\n")
	if len(lines) != 1+121 || lines[0] != "id,posted_at,kind,account,added,taken,balance,currency" ||
		!strings.HasSuffix(lines[1], ",ISSUE,PREPAID,200.00,0.00,200.00,EUR") || !strings.HasSuffix(lines[121], ",ISSUE,PREPAID,0.00,1.05,74.00,EUR") {
		t.Errorf("%d lines:\n%s\n%s\n…\n%s", len(lines), lines[0], lines[1], lines[len(lines)-1])
	}
}
