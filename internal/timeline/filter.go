package timeline

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent/entry"
	"portico/internal/gid"
	"portico/internal/page"
)

// A Filter narrows a timeline; the zero value matches everything.
type Filter struct {
	Types []EventType // nil: all
	App   *gid.ID
	From  *time.Time // at or after
	To    *time.Time // before
}

// A prefix is the column, with its value, that an index of entries has between stream
// and number: the matching entries are consecutive in that index.
type prefix struct {
	columns []string
	values  []any
}

// prefixes returns those whose entries together match the filter except for its times:
// one for each type.
func (f Filter) prefixes() []prefix {
	var p prefix
	if f.App != nil {
		p = p.with(entry.FieldAppID, f.App.As(gid.App))
	}
	if f.Types == nil {
		return []prefix{p}
	}
	all := []prefix{}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(f.Types))) {
		if newEvents[name] != nil {
			all = append(all, p.with(entry.FieldType, string(name)))
		}
	}
	return all
}

func (p prefix) with(column string, value any) prefix {
	return prefix{append(slices.Clone(p.columns), column), append(slices.Clone(p.values), value)}
}

// A span is the entries between two numbers, both excluded.
type span struct{ after, before int64 }

func (s span) empty() bool { return s.before-s.after < 2 }

// span returns the entries between the cursors of a window and the times of a filter.
func (l *Log) span(ctx context.Context, id uuid.UUID, w page.Window, f Filter) (span, error) {
	s := span{0, math.MaxInt64}
	if w.After != "" { // later in the list is older
		p, err := parseCursor(id, w.After)
		if err != nil {
			return s, err
		}
		s.before = p.seq
	}
	if w.Before != "" {
		p, err := parseCursor(id, w.Before)
		if err != nil {
			return s, err
		}
		s.after = p.seq
	}
	return l.clip(ctx, id, s, f)
}

// clip narrows a span to the times of a filter. It relies on times increasing with
// numbers, as Record guarantees.
func (l *Log) clip(ctx context.Context, id uuid.UUID, s span, f Filter) (span, error) {
	if f.From != nil {
		seq, err := l.firstAt(ctx, id, *f.From)
		if err != nil {
			return s, err
		}
		s.after = max(s.after, seq-1)
	}
	if f.To != nil {
		seq, err := l.firstAt(ctx, id, *f.To)
		if err != nil {
			return s, err
		}
		s.before = min(s.before, seq)
	}
	return s, nil
}

// firstAt is the number of the first entry at or after an instant, or one past the end
// if there is none.
func (l *Log) firstAt(ctx context.Context, id uuid.UUID, at time.Time) (int64, error) {
	e := entsql.Table(entry.Table)
	columns := e.Columns(entry.FieldOccurredAt, entry.FieldSeq)
	query, args := entsql.Dialect(l.DB.Dialect()).Select(e.C(entry.FieldSeq)).From(e).
		Where(entsql.And(entsql.EQ(e.C(entry.FieldStreamID), id), entsql.GTE(columns[0], at.UTC()))).
		OrderBy(columns...).Limit(1).Query()
	rows, err := l.DB.QueryContext(ctx, query, args...)
	if err != nil {
		return 0, fmt.Errorf("find entry by time: %w", err)
	}
	defer rows.Close()
	seq := int64(math.MaxInt64)
	for rows.Next() {
		if err := rows.Scan(&seq); err != nil {
			return 0, fmt.Errorf("find entry by time: %w", err)
		}
	}
	return seq, rows.Err()
}
