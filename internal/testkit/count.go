package testkit

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"entgo.io/ent/dialect"
)

// Statements collects the SQL statements that run under a context.
type Statements struct {
	mu  sync.Mutex
	all []string
}

type statementsKey struct{}

// Counting returns a context under which statements are collected.
func Counting(ctx context.Context) (context.Context, *Statements) {
	s := &Statements{}
	return context.WithValue(ctx, statementsKey{}, s), s
}

// Count is how many statements ran. Begin and commit are none.
func (s *Statements) Count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.all)
}

func (s *Statements) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.all, "\n")
}

// Counted is a driver that tells the context's Statements what it runs.
func Counted(d dialect.Driver) dialect.Driver {
	return dialect.DebugWithContext(d, func(ctx context.Context, line ...any) {
		s, ok := ctx.Value(statementsKey{}).(*Statements)
		if !ok {
			return
		}
		text := fmt.Sprint(line...)
		if !strings.Contains(text, "query=") {
			return
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all = append(s.all, text)
	})
}
