package main

import (
	"context"
	"fmt"
	"time"
)

type accountCommand struct {
	LoseSecondFactor loseFactorCommand `cmd:"" help:"Turn off a second factor in a week, for an owner who lost both authenticator app and recovery codes. They are told each day, and keep it by using it. Make sure first, by other means, whose account it is."`
}

type loseFactorCommand struct {
	Storage
	Username string `arg:"" help:"The account's username."`
}

// Run schedules two-factor authentication to be turned off.
func (f loseFactorCommand) Run(ctx context.Context) error {
	p, err := openExisting(ctx, f.Storage)
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
