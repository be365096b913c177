package account

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/dataexport"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/timeline"
	"portico/internal/viewer"
	"portico/internal/worker"
)

// progressEvery is the step, in percent, in which progress is stored.
const progressEvery = 5

// A job is an export that this worker makes.
type job struct {
	Exports
	lease   *worker.Lease
	row     *ent.DataExport
	account *ent.Account
}

// MakeJob makes the exports that are waiting, and those that a crash interrupted. The
// export of an account that is being deleted waits in case the deletion is canceled.
func (x Exports) MakeJob() worker.Job {
	return worker.Queue{
		Name: "make data export", DB: x.DB, Now: x.Now, Table: dataexport.Table,
		Waiting:     dataexport.And(dataexport.StateIn(dataexport.StatePENDING, dataexport.StateRUNNING), dataexport.HasAccountWith(account.ClosingAtIsNil())),
		OwnerColumn: dataexport.FieldAccountID, Listed: dataexport.StateNEQ(dataexport.StateREADY),
		Lease: 5 * time.Minute, Retry: 2 * time.Minute, MaxTries: 5, Slow: true,
		Do: x.make, Failed: x.notMade,
	}.Job()
}

// make makes an export, with its account as the viewer.
func (x Exports) make(ctx context.Context, l *worker.Lease) error {
	row, err := x.DB.DataExport.Query().Where(dataexport.ID(l.Row)).WithAccount().Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return worker.ErrLost
	} else if err != nil {
		return fmt.Errorf("load export: %w", err)
	}
	j := &job{x, l, row, row.Edges.Account}
	ctx = viewer.With(ctx, viewer.Viewer{AccountID: j.account.ID, Username: j.account.Username, Language: string(j.account.Language), TimeZone: j.account.TimeZone})
	if err := j.note(ctx, dataexport.StateRUNNING, 0); err != nil {
		return err
	}
	size, err := j.write(ctx)
	if err == nil {
		err = j.finish(ctx, size)
	}
	if !errors.Is(err, worker.ErrLost) {
		return err
	}
	if err := j.discardOrphan(ctx); err != nil {
		return err
	}
	return worker.ErrLost
}

// notMade notes that an export waits for a retry, or failed.
func (x Exports) notMade(ctx context.Context, tx *ent.Tx, id uuid.UUID, _ error, givenUp bool) error {
	u := tx.DataExport.Update().Where(dataexport.ID(id)).SetState(dataexport.StatePENDING)
	if givenUp {
		u.SetState(dataexport.StateFAILED)
	}
	if err := u.Exec(viewer.AsSystem(ctx)); err != nil || !givenUp {
		return err
	}
	return x.Discard(id)
}

// note stores the export's progress, and renews the lease.
func (j *job) note(ctx context.Context, s dataexport.State, percent int32) error {
	j.row.Progress = percent
	return j.lease.InTx(ctx, func(tx *ent.Tx) error {
		return tx.DataExport.Update().Where(dataexport.ID(j.row.ID)).SetState(s).SetProgress(percent).Exec(ctx)
	})
}

func (j *job) progress(ctx context.Context, percent int32) error {
	if percent < j.row.Progress+progressEvery {
		return nil
	}
	return j.note(ctx, dataexport.StateRUNNING, percent)
}

// discardOrphan removes the file of an export that no longer exists: its account was
// deleted meanwhile. Another worker's file stays.
func (j *job) discardOrphan(ctx context.Context) error {
	there, err := j.DB.DataExport.Query().Where(dataexport.ID(j.row.ID)).Exist(ctx)
	if err != nil || there {
		return err
	}
	return j.Discard(j.row.ID)
}

// write writes the zip to a temporary file and moves it into place when it is complete.
func (j *job) write(ctx context.Context) (size int64, err error) {
	if err := os.MkdirAll(j.Folder, 0o700); err != nil {
		return 0, fmt.Errorf("make folder: %w", err)
	}
	if err := j.Discard(j.row.ID); err != nil { // left by a crash
		return 0, err
	}
	name := filepath.Join(j.Folder, fmt.Sprintf("%s.%d.part", j.row.ID, j.lease.Tries))
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return 0, fmt.Errorf("make file: %w", err)
	}
	err = j.pack(ctx, f)
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		size, err = f.Seek(0, io.SeekCurrent)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return 0, errors.Join(fmt.Errorf("write export: %w", err), os.Remove(name))
	}
	return size, os.Rename(name, j.path(j.row.ID))
}

// finish marks the export as ready and tells its account.
func (j *job) finish(ctx context.Context, size int64) error {
	now, platform, a := j.Now(), viewer.AsSystem(ctx), j.account
	return j.lease.InTx(ctx, func(tx *ent.Tx) error {
		if err := j.DB.Lock(ctx, tx, account.Table, a.ID); err != nil {
			return err
		}
		err := tx.DataExport.Update().Where(dataexport.ID(j.row.ID)).SetState(dataexport.StateREADY).SetProgress(100).
			SetSize(size).SetReadyAt(now).SetExpiresAt(now.Add(exportLasts)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("note that export is ready: %w", err)
		}
		if err := j.Log.Record(platform, tx, &timeline.DataExportReadyEvent{OnAccount: timeline.ForAccount(a)}); err != nil {
			return err
		}
		return j.Outbox.Mail(ctx, tx, a, exportReady(now.Add(exportLasts)))
	})
}

func exportReady(until time.Time) notify.Email {
	return notify.Email{
		Kind:    "data_export_ready",
		Subject: i18n.Msg("Your data export is ready"),
		Lines: []i18n.Message{
			i18n.Msg("Download it before %s. You'll be asked to confirm it's you.", i18n.Instant(until)),
		},
		Button: &notify.Button{Label: i18n.Msg("Download your data"), Path: "/authentication"},
		After:  []i18n.Message{i18n.Msg("Didn't request it? Change your password, sign out other devices, and review your SSH keys and API tokens.")},
	}
}
