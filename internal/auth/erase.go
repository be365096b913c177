package auth

import (
	"context"
	"fmt"
)

// An eraser deletes rows and tells how many.
type eraser interface {
	Exec(context.Context) (int, error)
}

// Erase deletes rows.
func Erase(ctx context.Context, all ...eraser) error {
	for _, e := range all {
		if _, err := e.Exec(ctx); err != nil {
			return fmt.Errorf("erase rows: %w", err)
		}
	}
	return nil
}

// InOrder does one thing after the other, up to the first that fails.
func InOrder(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// A lister reads rows.
type lister[Row any] interface {
	All(context.Context) ([]*Row, error)
}
