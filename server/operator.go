package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"portico/internal/operator"
	"portico/internal/store"
)

type operatorCommand struct {
	Token  operatorTokenCommand  `cmd:"" help:"Make a token, and print its secret. It is shown this once."`
	Revoke operatorRevokeCommand `cmd:"" help:"End a token at once."`
	List   operatorListCommand   `cmd:"" help:"List all tokens, without their secrets."`
}

type operatorTokenCommand struct {
	Storage
	Name   string           `arg:"" help:"What the token is called: 1 to 40 of a-z 0-9 -."`
	Scopes []operator.Scope `required:"" placeholder:"SCOPE,…" help:"What it may do: READ (look accounts up), FACTS (report what runs), ACCOUNTS (change accounts), MONEY (change invoices and payments)."`
}

// Run makes a token.
func (o operatorTokenCommand) Run(ctx context.Context) error {
	return withOperators(ctx, o.Storage, func(s operator.Operators) error {
		secret, err := s.Create(ctx, o.Name, o.Scopes)
		if err == nil {
			fmt.Println(secret)
		}
		return err
	})
}

type operatorRevokeCommand struct {
	Storage
	Name string `arg:"" help:"The token's name."`
}

// Run revokes a token.
func (o operatorRevokeCommand) Run(ctx context.Context) error {
	return withOperators(ctx, o.Storage, func(s operator.Operators) error {
		err := s.Revoke(ctx, o.Name)
		if err == nil {
			fmt.Println("the token was revoked")
		}
		return err
	})
}

type operatorListCommand struct{ Storage }

// Run lists the tokens.
func (o operatorListCommand) Run(ctx context.Context) error {
	return withOperators(ctx, o.Storage, func(s operator.Operators) error {
		all, err := s.List(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
		_, _ = fmt.Fprintln(table, "NAME\tSCOPES\tCREATED\tLAST USED")
		for _, t := range all {
			used := "never"
			if t.LastUsedAt != nil {
				used = t.LastUsedAt.UTC().Format(time.RFC3339)
			}
			_, _ = fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", t.Name, strings.Join(t.Scopes, ","), t.CreatedAt.UTC().Format(time.RFC3339), used)
		}
		return table.Flush()
	})
}

// withOperators opens the database and no more of the program.
func withOperators(ctx context.Context, storage Storage, fn func(operator.Operators) error) error {
	return storage.onDatabase(ctx, func(db *store.DB) error {
		return fn(operator.Operators{DB: db, Now: machine().now})
	})
}
