package timeline

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent/entry"
	"portico/ent/event"
	"portico/ent/stream"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// A Filter narrows a timeline; the zero value lets everything through.
type Filter struct {
	Types []Kind // nil: all
	App   *gid.ID
	From  *time.Time // at or after
	To    *time.Time // before
}

// An Edge is an event and its position in one stream.
type Edge struct {
	Cursor string
	Node   Event

	seq int64
}

// Page reads a page of a stream, newest first, in one statement. The stream is
// the viewer's account or an app that they may see; any other is not found.
func (l *Log) Page(ctx context.Context, id uuid.UUID, args page.Args, f Filter) (*Connection, error) {
	w, err := args.Window()
	if err != nil {
		return nil, err
	}
	if err := l.Visible(ctx, id); err != nil {
		return nil, err
	}
	s, err := l.walk(id, w, f)
	if err != nil {
		return nil, err
	}
	edges, err := l.read(ctx, id, s)
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

// connection takes the edges, which know their positions, out of the page that
// was cut of them.
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

// Visible checks that the viewer may see a stream. Their own needs no look-up.
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

// known tells whether the log has the entry that a position names.
func (l *Log) known(ctx context.Context, p position) (bool, error) {
	if p.seq == 0 {
		return p.mark == 0, nil
	}
	edges, err := l.read(ctx, p.stream, l.base(p.stream).Where(entsql.EQ(col(entry.FieldSeq), p.seq)))
	if err != nil || len(edges) == 0 {
		return false, err
	}
	return markOf(edges[0].Node.head().ID.UUID) == p.mark, nil
}

// after reads the next entries after a number, oldest first.
func (l *Log) after(ctx context.Context, id uuid.UUID, seq int64, limit int) ([]*Edge, error) {
	return l.read(ctx, id, l.base(id).Where(entsql.GT(col(entry.FieldSeq), seq)).OrderBy(col(entry.FieldSeq)).Limit(limit))
}

// col names a column of the entries, as base joins them. Tables are made for
// each query: a builder writes its dialect into those it is given.
func col(name string) string { return asEntries().C(name) }

func asEntries() *entsql.SelectTable { return entsql.Table(entry.Table).As("e") }

// base selects the entries of a stream with their events.
func (l *Log) base(id uuid.UUID) *entsql.Selector {
	happened := entsql.Table(event.Table).As("v")
	columns := append([]string{col(entry.FieldSeq)}, happened.Columns(
		event.FieldID, event.FieldOccurredAt, event.FieldKind, event.FieldActorKind, event.FieldActorID, event.FieldActorName,
		event.FieldAccountID, event.FieldAccountName, event.FieldAppID, event.FieldAppName, event.FieldData)...)
	return entsql.Dialect(l.DB.Dialect()).Select(columns...).
		From(asEntries()).Join(happened).On(col(entry.FieldEventID), happened.C(event.FieldID)).
		Where(entsql.EQ(col(entry.FieldStreamID), id))
}

// walk selects a window of a stream, newest first.
func (l *Log) walk(id uuid.UUID, w page.Window, f Filter) (*entsql.Selector, error) {
	s := l.base(id)
	if w.After != "" {
		p, err := parseCursor(id, w.After)
		if err != nil {
			return nil, err
		}
		s.Where(entsql.LT(col(entry.FieldSeq), p.seq))
	}
	if w.Before != "" {
		p, err := parseCursor(id, w.Before)
		if err != nil {
			return nil, err
		}
		s.Where(entsql.GT(col(entry.FieldSeq), p.seq))
	}
	f.narrow(s)
	if w.Backward {
		return s.OrderBy(col(entry.FieldSeq)).Limit(w.Size + 1), nil
	}
	return s.OrderBy(entsql.Desc(col(entry.FieldSeq))).Limit(w.Size + 1), nil
}

func (f Filter) narrow(s *entsql.Selector) {
	if f.Types != nil {
		kinds := make([]any, len(f.Types))
		for i, k := range f.Types {
			kinds[i] = string(k)
		}
		s.Where(entsql.In(col(entry.FieldKind), kinds...))
	}
	if f.App != nil {
		s.Where(entsql.EQ(col(entry.FieldAppID), f.App.As(gid.App)))
	}
	if f.From != nil {
		s.Where(entsql.GTE(col(entry.FieldOccurredAt), f.From.UTC()))
	}
	if f.To != nil {
		s.Where(entsql.LT(col(entry.FieldOccurredAt), f.To.UTC()))
	}
}

func (l *Log) read(ctx context.Context, id uuid.UUID, s *entsql.Selector) ([]*Edge, error) {
	query, args := s.Query()
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

func scan(rows *sql.Rows, id uuid.UUID) (*Edge, error) {
	var (
		r              struct{ seq int64 }
		h              Head
		actor, app     uuid.NullUUID
		account        uuid.UUID
		actorKind      string
		actorName      string
		accountName    string
		appName, eKind string
		data           []byte
	)
	err := rows.Scan(&r.seq, &h.ID.UUID, &h.OccurredAt, &eKind, &actorKind, &actor, &actorName,
		&account, &accountName, &app, &appName, &data)
	if err != nil {
		return nil, err
	}
	h.ID.Kind = gid.Event
	h.Type = Kind(eKind)
	h.OccurredAt = h.OccurredAt.UTC()
	h.Actor = &Actor{Kind: actorKind}
	if actor.Valid {
		h.Actor.Account = Name(actor.UUID, actorName)
	}
	h.Account = Name(account, accountName)
	if app.Valid {
		h.App = &NamedApp{ID: gid.ID{Kind: gid.App, UUID: app.UUID}, Name: appName}
	}
	node, err := decode(h, data)
	if err != nil {
		return nil, err
	}
	p := position{id, r.seq, markOf(h.ID.UUID)}
	return &Edge{Cursor: p.cursor(), Node: node, seq: r.seq}, nil
}

func decode(h Head, data []byte) (Event, error) {
	empty := kinds[h.Type]
	if empty == nil {
		return nil, fmt.Errorf("event %s is of the unknown kind %q", h.ID, h.Type)
	}
	if h.App == nil && (strings.HasPrefix(string(h.Type), "app_") || strings.HasPrefix(string(h.Type), "collaborator_")) {
		return nil, fmt.Errorf("event %s, %s, names no app", h.ID, h.Type)
	}
	e := empty()
	if err := json.Unmarshal(data, e); err != nil {
		return nil, fmt.Errorf("decode event %s: %w", h.ID, err)
	}
	*e.head() = h
	e.head().format, e.head().args = e.sentence()
	return e, nil
}
