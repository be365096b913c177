package timeline

import (
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent/entry"
	"portico/ent/event"
)

// A walk reads the entries of a stream in the order of their numbers, from one end of a
// span, up to a limit. It costs as much as it reads, however long the stream is and
// however few of its entries match the filter.
type walk struct {
	filter      Filter
	within      span
	newestFirst bool
	limit       int
}

// nowhere reports whether there is nothing to read.
func (w walk) nowhere() bool { return w.within.empty() || len(w.filter.prefixes()) == 0 }

// query selects the entries of the walk with their events.
func (w walk) query(dialect string, id uuid.UUID) *entsql.Selector {
	found, happened := w.positions(dialect, id).As("p"), entsql.Table(event.Table).As("v")
	seq := found.C(entry.FieldSeq)
	columns := append([]string{seq}, happened.Columns(
		event.FieldID, event.FieldOccurredAt, event.FieldType, event.FieldActorKind, event.FieldActorID, event.FieldActorName,
		event.FieldAccountID, event.FieldAccountName, event.FieldAppID, event.FieldAppName, event.FieldData)...)
	return entsql.Dialect(dialect).Select(columns...).From(found).
		Join(happened).On(found.C(entry.FieldEventID), happened.C(event.FieldID)).
		OrderBy(w.order(seq)...)
}

// positions selects where the events of the walk are: up to the limit from each prefix,
// and of these the first.
func (w walk) positions(dialect string, id uuid.UUID) *entsql.Selector {
	var all *entsql.Selector
	for _, p := range w.filter.prefixes() {
		some := entsql.Dialect(dialect).Select(entry.FieldSeq, entry.FieldEventID).From(w.along(dialect, id, p).As("e"))
		if all == nil {
			all = some
		} else {
			all.UnionAll(some)
		}
	}
	return all.OrderBy(w.order(entry.FieldSeq)...).Limit(w.limit)
}

// along selects the first entries of a prefix. The range compares rows, in that order,
// so that only the prefix's own index fits: a planner that goes by the statistics of
// other streams would use another index, and read this whole stream to find the few
// entries that match.
func (w walk) along(dialect string, id uuid.UUID, p prefix) *entsql.Selector {
	after, before := p.with(entry.FieldSeq, w.within.after), p.with(entry.FieldSeq, w.within.before)
	s := entsql.Dialect(dialect).Select(entry.FieldSeq, entry.FieldEventID).From(entsql.Table(entry.Table)).
		Where(entsql.And(
			entsql.EQ(entry.FieldStreamID, id),
			entsql.CompositeGT(after.columns, after.values...),
			entsql.CompositeLT(before.columns, before.values...)))
	if from := w.filter.From; from != nil {
		s.Where(entsql.GTE(entry.FieldOccurredAt, from.UTC()))
	}
	if to := w.filter.To; to != nil {
		s.Where(entsql.LT(entry.FieldOccurredAt, to.UTC()))
	}
	return s.OrderBy(w.order(after.columns...)...).Limit(w.limit)
}

func (w walk) order(columns ...string) []string {
	if !w.newestFirst {
		return columns
	}
	desc := make([]string, len(columns))
	for i, c := range columns {
		desc[i] = entsql.Desc(c)
	}
	return desc
}
