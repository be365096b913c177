package timeline

import (
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"portico/internal/gid"
)

func scan(rows *sql.Rows, id uuid.UUID) (*Edge, error) {
	var (
		r                  struct{ seq int64 }
		h                  Head
		actor, app         uuid.NullUUID
		account            uuid.UUID
		actorKind          string
		actorName          string
		accountName        string
		appName, eventType string
		data               []byte
	)
	err := rows.Scan(&r.seq, &h.ID.UUID, &h.OccurredAt, &eventType, &actorKind, &actor, &actorName,
		&account, &accountName, &app, &appName, &data)
	if err != nil {
		return nil, err
	}
	h.ID.Kind = gid.Event
	h.Type = EventType(eventType)
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
	newEvent := newEvents[h.Type]
	if newEvent == nil {
		return nil, fmt.Errorf("event %s is of the unknown type %q", h.ID, h.Type)
	}
	e := newEvent()
	if _, onApp := e.(appEvent); onApp && h.App == nil {
		return nil, fmt.Errorf("event %s, %s, names no app", h.ID, h.Type)
	}
	if err := json.Unmarshal(data, e); err != nil {
		return nil, fmt.Errorf("decode event %s: %w", h.ID, err)
	}
	*e.head() = h
	e.head().message = e.summary()
	return e, nil
}
