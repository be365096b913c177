// Package page paginates lists by keyset: a page is one range of an index from a
// position on, never a count and never an offset. A list costs one call of List, and
// its cursors work with no other list.
package page

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/internal/gid"
	"portico/internal/naming"
	"portico/internal/problem"
)

// Args are a connection's arguments, as in Relay's specification.
type Args struct {
	First, Last   *int32
	After, Before *string
}

const (
	defaultSize = 20
	maxSize     = 100
)

// A Window is what Args ask for: up to Size rows from one end of what lies
// between two positions.
type Window struct {
	Size          int
	Backward      bool   // from the end
	After, Before string // cursors; "" is the end of the list
}

// Window checks the arguments.
func (a Args) Window() (Window, error) {
	w := Window{Size: defaultSize, Backward: a.Last != nil}
	size := a.First
	if w.Backward {
		size = a.Last
	}
	switch {
	case a.First != nil && a.Last != nil:
		return w, problem.Refuse(problem.BadUserInput, "Ask for the first or for the last ones, not for both.")
	case size != nil && (*size < 0 || *size > maxSize):
		return w, problem.Refuse(problem.BadUserInput, "A page holds %d at most.", maxSize)
	case size != nil:
		w.Size = int(*size)
	}
	if a.After != nil {
		w.After = *a.After
	}
	if a.Before != nil {
		w.Before = *a.Before
	}
	return w, nil
}

// An Edge is a row and its position.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// Info says where a page is in its list.
type Info struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// A Connection is a page.
type Connection[T any] struct {
	Edges    []*Edge[T]
	PageInfo *Info
	// Count counts the whole list; it is called only on demand.
	Count func(context.Context) (int, error)
}

// TotalCount is how many there are in total.
func (c *Connection[T]) TotalCount(ctx context.Context) (int32, error) {
	n, err := c.Count(ctx)
	return int32(n), err
}

// An Order sorts a list by a key, of which each row has a value.
type Order[T any] struct {
	Key
	Parse func(string) (any, error)
	Value func(T) string
}

// Newest sorts a list by ID, newest first.
func Newest[T interface{ GlobalID() gid.ID }](list string) Order[T] {
	return Order[T]{
		Key: Key{List: list, Column: "id", Desc: true}, Parse: UUID,
		Value: func(row T) string { return row.GlobalID().UUID.String() },
	}
}

// A Query is one of ent's.
type Query[Q any, P ~func(*entsql.Selector), T any] interface {
	Where(...P) Q
	Clone() Q
	All(context.Context) ([]T, error)
	Count(context.Context) (int, error)
}

// List reads a page of a query's rows.
func List[Q Query[Q, P, T], P ~func(*entsql.Selector), T any](ctx context.Context, q Q, by Order[T], args Args) (*Connection[T], error) {
	w, err := args.Window()
	if err != nil {
		return nil, err
	}
	window, err := walk[P](by.Key, w, by.Parse)
	if err != nil {
		return nil, err
	}
	rows, err := q.Clone().Where(window).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", by.List, err)
	}
	c := Cut(w, rows, func(row T) string { return by.Cursor(by.Value(row)) })
	c.Count = func(ctx context.Context) (int, error) { return q.Clone().Count(ctx) } // fields may be resolved concurrently
	return c, nil
}

// Cut makes a page of rows that were read in order, with one more than requested if
// there are more.
func Cut[T any](w Window, rows []T, cursor func(T) string) *Connection[T] {
	more := len(rows) > w.Size
	rows = rows[:min(len(rows), w.Size)]
	if w.Backward {
		slices.Reverse(rows)
	}
	edges := make([]*Edge[T], len(rows))
	for i, r := range rows {
		edges[i] = &Edge[T]{Cursor: cursor(r), Node: r}
	}
	info := &Info{HasNextPage: more, HasPreviousPage: w.After != ""}
	if w.Backward {
		info.HasNextPage, info.HasPreviousPage = w.Before != "", more
	}
	if len(edges) > 0 {
		info.StartCursor, info.EndCursor = &edges[0].Cursor, &edges[len(edges)-1].Cursor
	}
	return &Connection[T]{Edges: edges, PageInfo: info}
}

// A Key is the column that sorts a list, unique and never null.
type Key struct {
	List   string // the list's name, part of its cursors
	Column string
	Desc   bool
}

// Cursor is the position of the row with this key.
func (k Key) Cursor(value string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(k.List + "\x00" + value))
}

func (k Key) value(cursor string) (string, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	list, value, ok := strings.Cut(string(b), "\x00")
	if err != nil || !ok || list != k.List || k.Cursor(value) != cursor { // the decoder skips newlines
		return "", problem.Refuse(problem.BadUserInput, "This is not a cursor of this list.")
	}
	return value, nil
}

// walk narrows an ent query to the window and sorts it, with one row more than
// requested. parse parses a key as the column's Go type.
func walk[P ~func(*entsql.Selector)](k Key, w Window, parse func(string) (any, error)) (P, error) {
	var conds []*entsql.Predicate
	for _, bound := range []struct {
		cursor string
		after  bool
	}{{w.After, true}, {w.Before, false}} {
		if bound.cursor == "" {
			continue
		}
		text, err := k.value(bound.cursor)
		if err != nil {
			return nil, err
		}
		v, err := parse(text)
		if err != nil {
			return nil, problem.Refuse(problem.BadUserInput, "This is not a cursor of this list.")
		}
		if bound.after == k.Desc {
			conds = append(conds, entsql.LT(k.Column, v))
		} else {
			conds = append(conds, entsql.GT(k.Column, v))
		}
	}
	desc := k.Desc != w.Backward
	return func(s *entsql.Selector) {
		for _, c := range conds {
			s.Where(c)
		}
		if desc {
			s.OrderBy(entsql.Desc(s.C(k.Column)))
		} else {
			s.OrderBy(s.C(k.Column))
		}
		s.Limit(w.Size + 1)
	}, nil
}

// UUID parses a key that is an ID.
func UUID(text string) (any, error) { return uuid.Parse(text) }

// Text parses a key that is a text a database can store.
func Text(text string) (any, error) {
	if !naming.Storable(text) {
		return nil, errors.New("not a text")
	}
	return text, nil
}
