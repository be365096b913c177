package main

import (
	"context"
	"fmt"
	"time"
)

type accountCommand struct {
	LoseSecondFactor loseFactorCommand `cmd:"" help:"Switch a second factor off in a week, where app and recovery codes are lost. The owner is told each day, and keeps it by using it. See first, by other means, whose account it is."`
}

type loseFactorCommand struct {
	Username string `arg:"" help:"The account's username."`
}

// Run schedules two-factor authentication to be turned off.
func (f loseFactorCommand) Run(ctx context.Context, c *Config) error {
	p, err := open(ctx, c)
	if err != nil {
		return err
	}
	defer p.close()
	due, err := p.Factors.Lose(ctx, f.Username)
	if err != nil {
		return err
	}
	fmt.Printf("the second factor of %s goes at %s, unless it is used before; its owner is told each day\n", f.Username, due.Format(time.RFC3339))
	return nil
}
