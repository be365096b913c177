package testkit

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"entgo.io/ent/dialect"
)

// Statements collects the SQL statements that run under a context.
type Statements struct {
	mu  sync.Mutex
	all []Statement
}

// A Statement is one SQL statement with its arguments.
type Statement struct {
	SQL  string
	Args []any
}

func (s Statement) String() string { return fmt.Sprintf("%s %v", s.SQL, s.Args) }

type statementsKey struct{}

// Counting returns a context under which statements are collected.
func Counting(ctx context.Context) (context.Context, *Statements) {
	s := &Statements{}
	return context.WithValue(ctx, statementsKey{}, s), s
}

// Count is how many statements ran. Begin and commit are none.
func (s *Statements) Count() int { return len(s.All()) }

// All are the statements in the order in which they began.
func (s *Statements) All() []Statement {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.all)
}

func (s *Statements) String() string {
	var b strings.Builder
	for _, one := range s.All() {
		fmt.Fprintln(&b, one)
	}
	return b.String()
}

// Counted is a driver that tells the context's Statements what it runs.
func Counted(d dialect.Driver) dialect.Driver { return counted{counter{d}, d, d} }

type counted struct {
	counter
	connection
	driver dialect.Driver
}

// connection is what a driver has besides its statements.
type connection interface {
	Close() error
	Dialect() string
}

func (d counted) Tx(ctx context.Context) (dialect.Tx, error) {
	tx, err := d.driver.Tx(ctx)
	return countedTx{counter{tx}, tx}, err
}

func (d counted) BeginTx(ctx context.Context, o *sql.TxOptions) (dialect.Tx, error) {
	begins, ok := d.driver.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	})
	if !ok {
		return nil, errors.New("the driver begins no transactions")
	}
	tx, err := begins.BeginTx(ctx, o)
	return countedTx{counter{tx}, tx}, err
}

type countedTx struct {
	counter
	driver.Tx
}

// A counter counts what runs on a driver or in a transaction.
type counter struct{ on dialect.ExecQuerier }

func (c counter) Exec(ctx context.Context, query string, args, v any) error {
	note(ctx, query, args)
	return c.on.Exec(ctx, query, args, v)
}

func (c counter) Query(ctx context.Context, query string, args, v any) error {
	note(ctx, query, args)
	return c.on.Query(ctx, query, args, v)
}

func (c counter) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	note(ctx, query, args)
	return c.on.(interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
	}).ExecContext(ctx, query, args...)
}

func (c counter) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	note(ctx, query, args)
	return c.on.(interface {
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}).QueryContext(ctx, query, args...)
}

func note(ctx context.Context, query string, args any) {
	if s, ok := ctx.Value(statementsKey{}).(*Statements); ok {
		list, _ := args.([]any)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all = append(s.all, Statement{query, list})
	}
}
