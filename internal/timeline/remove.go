package timeline

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/internal/store"
)

// A lister reads rows.
type lister[Row any] interface {
	All(context.Context) ([]*Row, error)
}

// RemoveEach deletes rows of the viewer's, and records an event for each. The query
// selects the rows that are deleted.
func RemoveEach[Row any](ctx context.Context, l *Log, tx *ent.Tx, query lister[Row], remove store.Eraser, event func(*Row) Event) error {
	rows, err := query.All(ctx)
	if err != nil {
		return fmt.Errorf("list rows: %w", err)
	}
	for _, row := range rows {
		if err := l.Record(ctx, tx, event(row)); err != nil {
			return err
		}
	}
	return store.Erase(ctx, remove)
}
