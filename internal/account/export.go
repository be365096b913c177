package account

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/dataexport"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	exportEvery = 24 * time.Hour
	exportLasts = 7 * 24 * time.Hour
)

// Exports packs an account's data into zip files, which can be downloaded for a week.
type Exports struct {
	DB     *store.DB
	Log    *timeline.Log
	Outbox notify.Outbox
	Now    func() time.Time
	// Folder is where the zip files are.
	Folder string
	// Holdings provide what is in them.
	Holdings *holding.List
}

// Newest is the viewer's newest export, or nil.
func (x Exports) Newest(ctx context.Context) (*ent.DataExport, error) {
	e, err := x.DB.DataExport.Query().Order(ent.Desc(dataexport.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("find export: %w", err)
	}
	return e, nil
}

// Request requests an export of the viewer's data.
func (x Exports) Request(ctx context.Context) (*ent.DataExport, error) {
	e, err := store.InTx(ctx, x.DB, func(tx *ent.Tx) (*ent.DataExport, error) {
		if _, err := store.LockViewer(ctx, x.DB, tx); err != nil {
			return nil, err
		}
		if err := x.room(ctx, tx); err != nil {
			return nil, err
		}
		e, err := tx.DataExport.Create().SetCreatedAt(x.Now()).SetDueAt(x.Now()).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("save export: %w", err)
		}
		store.After(tx, x.Outbox.Wake)
		return e, x.Log.Record(ctx, tx, &timeline.DataExportRequestedEvent{})
	})
	if err != nil {
		return nil, err
	}
	return e.Unwrap(), nil
}

// room checks that none was requested within a day. One that failed doesn't count.
func (x Exports) room(ctx context.Context, tx *ent.Tx) error {
	last, err := tx.DataExport.Query().
		Where(dataexport.StateNEQ(dataexport.StateFAILED), dataexport.CreatedAtGT(x.Now().Add(-exportEvery))).
		Order(ent.Desc(dataexport.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("find export: %w", err)
	}
	return problem.In("", problem.LimitReached, "You can request one export a day. The next one is available from %s.",
		i18n.Instant(last.CreatedAt.Add(exportEvery)))
}

// URL is where an export can be downloaded, a path on this site; nil if it can't.
func (x Exports) URL(e *ent.DataExport) *string {
	if e.State != dataexport.StateREADY || !e.ExpiresAt.After(x.Now()) {
		return nil
	}
	path := "/exports/" + e.GlobalID().String()
	return &path
}

// Open opens one of the viewer's exports for reading.
func (x Exports) Open(ctx context.Context, id uuid.UUID) (*ent.DataExport, *os.File, error) {
	e, err := x.DB.DataExport.Query().
		Where(dataexport.ID(id), dataexport.StateEQ(dataexport.StateREADY), dataexport.ExpiresAtGT(x.Now())).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil, problem.Missing()
	} else if err != nil {
		return nil, nil, fmt.Errorf("find export: %w", err)
	}
	f, err := os.Open(x.path(id))
	if err != nil {
		return nil, nil, fmt.Errorf("open export: %w", err)
	}
	return e, f, nil
}

func (x Exports) path(id uuid.UUID) string { return filepath.Join(x.Folder, id.String()+".zip") }

// Discard removes an export's files.
func (x Exports) Discard(id uuid.UUID) error {
	files, err := filepath.Glob(filepath.Join(x.Folder, id.String()+"*"))
	for _, f := range files {
		if gone := os.Remove(f); !errors.Is(gone, os.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	if err != nil {
		return fmt.Errorf("remove export: %w", err)
	}
	return nil
}

// Sweep removes expired exports.
func (x Exports) Sweep(ctx context.Context) error {
	platform := viewer.AsSystem(ctx)
	over, err := x.DB.DataExport.Query().Where(dataexport.Or(
		dataexport.ExpiresAtLTE(x.Now()),
		dataexport.And(dataexport.StateEQ(dataexport.StateFAILED), dataexport.CreatedAtLTE(x.Now().Add(-exportLasts))),
	)).IDs(platform)
	if err != nil {
		return fmt.Errorf("find old exports: %w", err)
	}
	for _, id := range over {
		if err := x.Discard(id); err != nil {
			return err
		}
		err := store.Do(ctx, x.DB, func(tx *ent.Tx) error { return tx.DataExport.DeleteOneID(id).Exec(platform) })
		if err != nil && !ent.IsNotFound(err) {
			return fmt.Errorf("remove old export: %w", err)
		}
	}
	return nil
}
