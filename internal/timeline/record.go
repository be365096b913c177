package timeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"portico/ent"
	entevent "portico/ent/event"
	"portico/ent/stream"
	"portico/internal/gid"
	"portico/internal/request"
	"portico/internal/store"
	"portico/internal/viewer"
)

// OpenAccount creates the stream of a new account.
func (l *Log) OpenAccount(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	return opened(tx.Stream.Create().SetID(id).SetAccountID(id).Exec(viewer.AsSystem(ctx)))
}

// OpenApp creates the stream of a new app.
func (l *Log) OpenApp(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	return opened(tx.Stream.Create().SetID(id).SetAppID(id).Exec(viewer.AsSystem(ctx)))
}

func opened(err error) error {
	if err != nil {
		return fmt.Errorf("open stream: %w", err)
	}
	return nil
}

// A batch is the events of one transaction.
type batch struct {
	log    *Log
	events []Event
	moved  []uuid.UUID // the streams that the events went to
}

// Record appends an event to the log when tx commits, with the viewer as its actor, in
// the streams of the viewer, of the account it happened to, and of its app. Followers
// hear of it after the commit. All events of a transaction get the same instant and are
// numbered at its end, so that a stream is locked for the shortest time.
func (l *Log) Record(ctx context.Context, tx *ent.Tx, e Event) error {
	if err := l.complete(ctx, e); err != nil {
		return err
	}
	if known, ok := l.batches.Load(tx); ok {
		b := known.(*batch)
		b.events = append(b.events, e)
		return nil
	}
	b := &batch{log: l, events: []Event{e}}
	l.batches.Store(tx, b)
	tx.OnCommit(b.commit)
	store.After(tx, func() { l.Bus.Moved(b.moved...) })
	tx.OnRollback(func(next ent.Rollbacker) ent.Rollbacker {
		return ent.RollbackFunc(func(ctx context.Context, tx *ent.Tx) error {
			l.batches.Delete(tx)
			return next.Rollback(ctx, tx)
		})
	})
	return nil
}

// complete fills in what the event leaves out.
func (l *Log) complete(ctx context.Context, e Event) error {
	v, ok := viewer.From(ctx)
	if !ok {
		return fmt.Errorf("record %s: nobody acts", TypeOf(e))
	}
	h := e.head()
	h.ID = gid.ID{Kind: gid.Event, UUID: uuid.Must(uuid.NewV7())}
	h.Type = TypeOf(e)
	h.Actor = actorFor(v)
	if h.Account == nil {
		h.Account = h.Actor.Account
	}
	if from, ok := e.(SecurityEvent); ok {
		*from.origin() = Origin(request.OriginOf(ctx))
	}
	if h.Account == nil {
		return fmt.Errorf("record %s: it happened to no account", TypeOf(e))
	}
	return nil
}

// actorFor is who a viewer is in the log.
func actorFor(v viewer.Viewer) *Actor {
	switch {
	case v.Operator:
		return &Actor{Kind: string(entevent.ActorKindOPERATOR)}
	case v.System:
		return &Actor{Kind: string(entevent.ActorKindPLATFORM)}
	}
	return &Actor{Kind: string(entevent.ActorKindACCOUNT), Account: Name(v.AccountID, v.Username)}
}

func (b *batch) commit(next ent.Committer) ent.Committer {
	return ent.CommitFunc(func(ctx context.Context, tx *ent.Tx) error {
		b.log.batches.Delete(tx)
		var err error
		if b.moved, err = b.write(viewer.AsSystem(ctx), tx); err != nil {
			return fmt.Errorf("record events: %w", err)
		}
		return next.Commit(ctx, tx)
	})
}

// write numbers the events, and dates and inserts them; it returns the streams they
// went to. It takes the time while all of these are locked: in a stream, times never
// decrease, so that an entry can be found by its time.
func (b *batch) write(ctx context.Context, tx *ent.Tx) ([]uuid.UUID, error) {
	places := b.places()
	// The order is the same everywhere, so that two transactions never deadlock.
	moved := slices.SortedFunc(maps.Keys(places), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
	first := map[uuid.UUID]int64{}
	for _, s := range moved {
		last, err := b.log.advance(ctx, tx, s, len(places[s]))
		if err != nil {
			return nil, err
		}
		first[s] = last - int64(len(places[s])) + 1
	}
	now := b.log.Now()
	for _, e := range b.events {
		e.head().OccurredAt = now
	}
	if err := b.insertEvents(ctx, tx); err != nil {
		return nil, err
	}
	var entries []*ent.EntryCreate
	for _, s := range moved {
		for i, e := range places[s] {
			entries = append(entries, entryOf(tx, s, first[s]+int64(i), e))
		}
	}
	return moved, insertEntries(ctx, tx, entries)
}

// places returns the events that go into each stream.
func (b *batch) places() map[uuid.UUID][]Event {
	places := map[uuid.UUID][]Event{}
	for _, e := range b.events {
		for _, s := range streamsOf(e.head()) {
			places[s] = append(places[s], e)
		}
	}
	return places
}

// insertedAtATime is how many rows one statement inserts: a statement takes
// 32,766 variables on SQLite and 65,535 on PostgreSQL, and a row has up to 12.
const insertedAtATime = 1000

func (b *batch) insertEvents(ctx context.Context, tx *ent.Tx) error {
	for some := range slices.Chunk(b.events, insertedAtATime) {
		rows := make([]*ent.EventCreate, len(some))
		for i, e := range some {
			data, err := json.Marshal(e)
			if err != nil {
				return fmt.Errorf("encode %s: %w", TypeOf(e), err)
			}
			rows[i] = eventRow(tx, e.head()).SetData(data)
		}
		if err := tx.Event.CreateBulk(rows...).Exec(ctx); err != nil {
			return fmt.Errorf("insert events: %w", err)
		}
	}
	return nil
}

func insertEntries(ctx context.Context, tx *ent.Tx, entries []*ent.EntryCreate) error {
	for some := range slices.Chunk(entries, insertedAtATime) {
		if err := tx.Entry.CreateBulk(some...).Exec(ctx); err != nil {
			return fmt.Errorf("insert entries: %w", err)
		}
	}
	return nil
}

func eventRow(tx *ent.Tx, h *Head) *ent.EventCreate {
	c := tx.Event.Create().SetID(h.ID.UUID).SetOccurredAt(h.OccurredAt).SetType(string(h.Type)).
		SetActorKind(entevent.ActorKind(h.Actor.Kind)).
		SetAccountID(h.Account.ID.UUID).SetAccountName(h.Account.Username)
	if h.Actor.Account != nil {
		c.SetActorID(h.Actor.Account.ID.UUID).SetActorName(h.Actor.Account.Username)
	}
	if h.App != nil {
		c.SetAppID(h.App.ID.UUID).SetAppName(h.App.Name)
	}
	return c
}

func entryOf(tx *ent.Tx, stream uuid.UUID, seq int64, e Event) *ent.EntryCreate {
	h := e.head()
	c := tx.Entry.Create().SetStreamID(stream).SetSeq(seq).SetEventID(h.ID.UUID).
		SetType(string(h.Type)).SetOccurredAt(h.OccurredAt)
	if h.App != nil {
		c.SetAppID(h.App.ID.UUID)
	}
	return c
}

// streamsOf returns the streams of an event, each once.
func streamsOf(h *Head) []uuid.UUID {
	ids := []uuid.UUID{h.Account.ID.UUID}
	if a := h.Actor.Account; a != nil && a.ID != h.Account.ID {
		ids = append(ids, a.ID.UUID)
	}
	if h.also != uuid.Nil && !slices.Contains(ids, h.also) {
		ids = append(ids, h.also)
	}
	if h.App != nil {
		ids = append(ids, h.App.ID.UUID)
	}
	return ids
}

// advance raises a stream's number by n and returns the new one. The row stays locked
// until the commit, which makes commit order stream order.
func (l *Log) advance(ctx context.Context, tx *ent.Tx, id uuid.UUID, n int) (int64, error) {
	query, args := entsql.Dialect(l.DB.Dialect()).Update(stream.Table).Add(stream.FieldSeq, n).
		Where(entsql.EQ(stream.FieldID, id)).Returning(stream.FieldSeq).Query()
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return 0, fmt.Errorf("number entries: %w", err)
	}
	defer rows.Close()
	seq, err := entsql.ScanInt64(rows)
	if err != nil {
		return 0, fmt.Errorf("number entries of stream %s: %w", id, err)
	}
	return seq, nil
}
