package main

import (
	"context"

	"portico/internal/sandbox"
)

type seedCommand struct{ Storage }

// Run fills an empty database with the demo account.
func (s seedCommand) Run(ctx context.Context) error {
	c, err := s.config()
	if err != nil {
		return err
	}
	p, err := open(ctx, c)
	if err != nil {
		return err
	}
	defer p.close()
	return sandbox.Seed(ctx, p.Dependencies)
}
