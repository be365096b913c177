package timeline

import (
	"context"
	"fmt"
	"math"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent/entry"
	"portico/ent/stream"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// An Edge is an event and its position in one stream.
type Edge struct {
	Cursor string
	Node   Event

	seq int64
}

// Page reads a page of a stream, newest first. The stream is the viewer's account or an
// app that they can see; any other is not found.
func (l *Log) Page(ctx context.Context, id uuid.UUID, args page.Args, f Filter) (*Connection, error) {
	w, err := args.Window()
	if err != nil {
		return nil, err
	}
	if err := l.Visible(ctx, id); err != nil {
		return nil, err
	}
	within, err := l.span(ctx, id, w, f)
	if err != nil {
		return nil, err
	}
	edges, err := l.read(ctx, id, walk{filter: f, within: within, newestFirst: !w.Backward, limit: w.Size + 1})
	if err != nil {
		return nil, err
	}
	return connection(page.Cut(w, edges, func(e *Edge) string { return e.Cursor })), nil
}

// A Connection is a page of a timeline.
type Connection struct {
	Edges    []*Edge
	PageInfo *page.Info
}

// connection makes a page of edges into a connection. Edges know their positions.
func connection(p *page.Connection[*Edge]) *Connection {
	c := &Connection{PageInfo: p.PageInfo, Edges: make([]*Edge, len(p.Edges))}
	for i, e := range p.Edges {
		c.Edges[i] = e.Node
	}
	return c
}

// Head is the position of a stream's newest entry.
func (l *Log) Head(ctx context.Context, id uuid.UUID) (string, error) {
	if err := l.Visible(ctx, id); err != nil {
		return "", err
	}
	p, err := l.end(ctx, id)
	return p.cursor(), err
}

// Visible checks that the viewer can see a stream. Their own needs no lookup.
func (l *Log) Visible(ctx context.Context, id uuid.UUID) error {
	if v, _ := viewer.From(ctx); id == v.AccountID && id != uuid.Nil && !v.Confined() {
		return nil
	}
	ok, err := l.DB.Stream.Query().Where(stream.ID(id)).Exist(ctx)
	if err != nil {
		return fmt.Errorf("find stream: %w", err)
	}
	if !ok {
		return problem.Missing()
	}
	return nil
}

// end reads where a stream ends.
func (l *Log) end(ctx context.Context, id uuid.UUID) (position, error) {
	e := entsql.Table(entry.Table)
	query, args := entsql.Dialect(l.DB.Dialect()).Select(e.C(entry.FieldSeq), e.C(entry.FieldEventID)).From(e).
		Where(entsql.EQ(e.C(entry.FieldStreamID), id)).OrderBy(entsql.Desc(e.C(entry.FieldSeq))).Limit(1).Query()
	rows, err := l.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return position{}, fmt.Errorf("read head: %w", err)
	}
	defer rows.Close()
	p := position{stream: id}
	for rows.Next() {
		var last uuid.UUID
		if err := rows.Scan(&p.seq, &last); err != nil {
			return p, fmt.Errorf("read head: %w", err)
		}
		p.mark = markOf(last)
	}
	return p, rows.Err()
}

// known reports whether the log has the entry that a position names.
func (l *Log) known(ctx context.Context, p position) (bool, error) {
	if p.seq == 0 {
		return p.mark == 0, nil
	}
	edges, err := l.read(ctx, p.stream, walk{within: span{p.seq - 1, p.seq + 1}, limit: 1})
	if err != nil || len(edges) == 0 {
		return false, err
	}
	return markOf(edges[0].Node.head().ID.UUID) == p.mark, nil
}

// after reads the next entries after a number, oldest first.
func (l *Log) after(ctx context.Context, id uuid.UUID, seq int64, limit int) ([]*Edge, error) {
	return l.read(ctx, id, walk{within: span{seq, math.MaxInt64}, limit: limit})
}

// read executes a walk over a stream, in one statement.
func (l *Log) read(ctx context.Context, id uuid.UUID, w walk) ([]*Edge, error) {
	if w.nowhere() {
		return nil, nil
	}
	query, args := w.query(l.DB.Dialect(), id).Query()
	rows, err := l.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read timeline: %w", err)
	}
	defer rows.Close()
	var edges []*Edge
	for rows.Next() {
		e, err := scan(rows, id)
		if err != nil {
			return nil, fmt.Errorf("read timeline: %w", err)
		}
		edges = append(edges, e)
	}
	return edges, rows.Err()
}
