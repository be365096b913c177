package main

import (
	"context"

	"portico/internal/sandbox"
)

type seedCommand struct{}

// Run fills an empty database with the demo account.
func (seedCommand) Run(ctx context.Context, c *Config) error {
	p, err := open(ctx, c)
	if err != nil {
		return err
	}
	defer p.close()
	return sandbox.Seed(ctx, p.Dependencies)
}
