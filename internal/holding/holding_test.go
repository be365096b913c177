package holding_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/internal/holding"
	"portico/internal/testkit"
)

// A transaction in which a statement failed takes no other: the first failure is the
// last step.
func TestStepsStopAtTheFirstFailure(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	var took []string
	step := func(name string, err error) holding.Step {
		return func(context.Context, *ent.Tx, *ent.Account) error {
			took = append(took, name)
			return err
		}
	}
	since := func(name string, err error) func(context.Context, *ent.Tx, *ent.Account, time.Time) error {
		return func(ctx context.Context, tx *ent.Tx, a *ent.Account, _ time.Time) error {
			return step(name, err)(ctx, tx, a)
		}
	}
	outside := func(name string, err error) func(context.Context) error {
		return func(ctx context.Context) error { return step(name, err)(ctx, nil, nil) }
	}
	of := func(name string, err error) holding.Holding {
		do := step(name, err)
		return holding.Holding{
			Close: do, Leave: do, Erase: do, RevokeAll: do, RevokeSince: since(name, err), EraseFiles: outside(name, err),
			Anonymize: func(ctx context.Context, _ string) error { return outside(name, err)(ctx) },
		}
	}
	l, ctx := holding.List{of("first", nil), {}, of("second", broken), of("third", nil)}, t.Context()
	for name, run := range map[string]func() error{
		"close":        func() error { return l.Close(ctx, nil, nil) },
		"leave":        func() error { return l.Leave(ctx, nil, nil) },
		"erase":        func() error { return l.Erase(ctx, nil, nil) },
		"erase files":  func() error { return l.EraseFiles(ctx) },
		"anonymize":    func() error { return l.Anonymize(ctx, "deleted") },
		"revoke all":   func() error { return l.RevokeAll(ctx, nil, nil) },
		"revoke since": func() error { return l.RevokeSince(ctx, nil, nil, time.Time{}) },
	} {
		took = nil
		if err := run(); !errors.Is(err, broken) || !slices.Equal(took, []string{"first", "second"}) {
			t.Errorf("%s: %v after %v", name, err, took)
		}
	}
}

// What a spreadsheet would compute is text in a table.
func TestTableIsSafeInASpreadsheet(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	table := holding.NewTable(&b, "name", "value")
	testkit.Must(t, 0, table.Row("=1+1", `a "quote"`))
	testkit.Must(t, 0, table.Row("@SUM", "-1"))
	testkit.Must(t, 0, table.End())
	if got, want := b.String(), "name,value\r\n'=1+1,\"a \"\"quote\"\"\"\r\n'@SUM,'-1\r\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Nor is it where a spreadsheet takes semicolons for the ends of cells, as it does in
// countries that write 1,5: what stands behind one begins a cell, too.
func TestTableIsSafeInASpreadsheetThatSplitsAtSemicolons(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	table := holding.NewTable(&b, "command", "status")
	testkit.Must(t, 0, table.Row("true;=1+1;", "ENDED"))
	testkit.Must(t, 0, table.Row("true; =1+1;@SUM", "ENDED"))
	testkit.Must(t, 0, table.End())
	for line := range strings.Lines(b.String()) {
		for cell := range strings.SplitSeq(line, ";") {
			if cell = strings.TrimLeft(cell, " \""); cell != "" && strings.Contains("=+-@", cell[:1]) {
				t.Errorf("%q has the formula %q", line, cell)
			}
		}
	}
}
