package store

import (
	"context"
	"fmt"
)

// An Eraser deletes rows and returns how many: ent's delete builders do.
type Eraser interface {
	Exec(context.Context) (int, error)
}

// Erase deletes rows, up to the first failure: a transaction in which a statement
// failed accepts no other.
func Erase(ctx context.Context, all ...Eraser) error {
	for _, e := range all {
		if _, err := e.Exec(ctx); err != nil {
			return fmt.Errorf("erase rows: %w", err)
		}
	}
	return nil
}
