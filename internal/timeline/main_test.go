package timeline_test

import (
	"context"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"

	"portico/ent"
	"portico/internal/page"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// act records that a numbered key was added: an act to tell apart by its name.
func act(ctx context.Context, l *timeline.Log, numbers ...int) error {
	return store.Do(ctx, l.DB, func(tx *ent.Tx) error {
		for _, n := range numbers {
			if err := l.Record(ctx, tx, &timeline.SSHKeyAddedEvent{Name: strconv.Itoa(n)}); err != nil {
				return err
			}
		}
		return nil
	})
}

// number is that of an act.
func number(e *timeline.Edge) int {
	k, ok := e.Node.(*timeline.SSHKeyAddedEvent)
	if !ok {
		return -1
	}
	n, err := strconv.Atoi(k.Name)
	if err != nil {
		panic(err)
	}
	return n
}

// all reads a whole stream, oldest first, page by page.
func all(t testing.TB, ctx context.Context, l *timeline.Log, stream uuid.UUID, f timeline.Filter) (edges []*timeline.Edge) {
	t.Helper()
	size := int32(100)
	for args := (page.Args{Last: &size}); ; {
		c, err := l.Page(ctx, stream, args, f)
		testkit.Must(t, c, err)
		for i := range c.Edges {
			edges = append(edges, c.Edges[len(c.Edges)-1-i])
		}
		if !c.PageInfo.HasPreviousPage {
			return edges
		}
		args.Before = c.PageInfo.StartCursor
	}
}

// patient is ctx for as long as a test waits for what should come.
func patient(t testing.TB, ctx context.Context) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// checkNumbers sees to it that every stream counts 1, 2, 3 … to its head.
func checkNumbers(t testing.TB, w *testkit.World) {
	t.Helper()
	rows, err := w.DB.QueryContext(t.Context(), `SELECT s.seq, count(e.id), coalesce(min(e.seq), 1), coalesce(max(e.seq), 0), count(DISTINCT e.seq)
		FROM streams s LEFT JOIN entries e ON e.stream_id = s.id GROUP BY s.id, s.seq`)
	testkit.Must(t, rows, err)
	defer rows.Close()
	for rows.Next() {
		var head, n, first, last, different int64
		testkit.Must(t, 0, rows.Scan(&head, &n, &first, &last, &different))
		if want := fmt.Sprint(head, head, 1, head, head); want != fmt.Sprint(head, n, first, last, different) {
			t.Errorf("a stream at %d has %d entries from %d to %d, %d different", head, n, first, last, different)
		}
	}
	testkit.Must(t, 0, rows.Err())
}

// position is the cursor of a stream's beginning.
func position(stream uuid.UUID) string { return timeline.Position(stream, 0, 0) }
