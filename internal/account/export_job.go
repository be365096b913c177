package account

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/dataexport"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	// exportLeased is how long an export that is being made is nobody else's,
	// counted from its last progress.
	exportLeased   = 5 * time.Minute
	maxExportTries = 5
	// progressEvery is by how many percent an export gets on before that is noted.
	progressEvery = 5
)

// errTaken: another worker took the export over, or its account is gone.
var errTaken = errors.New("the export is another's by now")

// A job is an export that this worker makes.
type job struct {
	Exports
	row     *ent.DataExport
	account *ent.Account
}

// MakeDue makes the exports that wait, and those that a crash cut short. One
// that fails keeps no other from its turn.
func (x Exports) MakeDue(ctx context.Context) error {
	var failed []error
	for {
		row, err := x.DB.DataExport.Query().Where(
			dataexport.StateIn(dataexport.StatePENDING, dataexport.StateRUNNING), dataexport.DueAtLTE(x.Now()),
			dataexport.HasAccountWith(account.ClosingAtIsNil()),
		).Order(ent.Asc(dataexport.FieldDueAt)).WithAccount().First(viewer.AsSystem(ctx))
		if ent.IsNotFound(err) {
			return errors.Join(failed...)
		} else if err != nil {
			return errors.Join(append(failed, fmt.Errorf("find exports: %w", err))...)
		}
		j := &job{x, row, row.Edges.Account}
		if err := j.run(j.acting(ctx)); err != nil {
			failed = append(failed, fmt.Errorf("make export %s: %w", row.ID, err))
		}
		if ctx.Err() != nil {
			return errors.Join(failed...)
		}
	}
}

// acting is the context in which the export's account asks.
func (j *job) acting(ctx context.Context) context.Context {
	return viewer.With(ctx, viewer.Viewer{AccountID: j.account.ID, Username: j.account.Username, Language: string(j.account.Language)})
}

// run takes the export and makes it. What fails is tried again later.
func (j *job) run(ctx context.Context) error {
	if j.row.Tries >= maxExportTries { // it has crashed this often
		return j.giveUp(ctx)
	}
	err := j.hold(ctx, exportLeased, func(u *ent.DataExportUpdate) { u.SetState(dataexport.StateRUNNING).SetProgress(0).AddTries(1) })
	if errors.Is(err, errTaken) {
		return nil
	} else if err != nil {
		return err
	}
	j.row.Tries++
	size, err := j.write(ctx)
	if err == nil {
		err = j.finish(ctx, size)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errTaken):
		return j.discardOrphan(ctx)
	case j.row.Tries >= maxExportTries:
		return errors.Join(err, j.giveUp(ctx))
	}
	return errors.Join(err, j.hold(ctx, time.Minute<<j.row.Tries, func(u *ent.DataExportUpdate) { u.SetState(dataexport.StatePENDING) }))
}

// hold changes the export, where it is still this worker's, and keeps it for a time.
func (j *job) hold(ctx context.Context, d time.Duration, change func(*ent.DataExportUpdate)) error {
	due := j.Now().Add(d)
	return store.Do(ctx, j.DB, func(tx *ent.Tx) error {
		u := tx.DataExport.Update().Where(dataexport.ID(j.row.ID), dataexport.DueAt(j.row.DueAt),
			dataexport.StateIn(dataexport.StatePENDING, dataexport.StateRUNNING)).SetDueAt(due)
		change(u)
		n, err := u.Save(ctx)
		if err != nil {
			return fmt.Errorf("note state of export: %w", err)
		}
		if n == 0 {
			return errTaken
		}
		j.row.DueAt = due
		return nil
	})
}

// progress notes how far the export is, and that it is still being made.
func (j *job) progress(ctx context.Context, percent int32) error {
	if percent < j.row.Progress+progressEvery {
		return nil
	}
	j.row.Progress = percent
	return j.hold(ctx, exportLeased, func(u *ent.DataExportUpdate) { u.SetProgress(percent) })
}

func (j *job) giveUp(ctx context.Context) error {
	slog.ErrorContext(ctx, "export given up", "export", j.row.ID)
	err := j.hold(ctx, 0, func(u *ent.DataExportUpdate) { u.SetState(dataexport.StateFAILED) })
	return errors.Join(err, j.Discard(j.row.ID))
}

// discardOrphan removes the file of an export that is no more: its account was
// deleted meanwhile. Another worker's stays.
func (j *job) discardOrphan(ctx context.Context) error {
	there, err := j.DB.DataExport.Query().Where(dataexport.ID(j.row.ID)).Exist(ctx)
	if err != nil || there {
		return err
	}
	return j.Discard(j.row.ID)
}

// write writes the zip beside its place and puts it there when it is whole.
func (j *job) write(ctx context.Context) (size int64, err error) {
	if err := os.MkdirAll(j.Folder, 0o700); err != nil {
		return 0, fmt.Errorf("make folder: %w", err)
	}
	if err := j.Discard(j.row.ID); err != nil { // what a crash left
		return 0, err
	}
	name := filepath.Join(j.Folder, fmt.Sprintf("%s.%d.part", j.row.ID, j.row.Tries))
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

// finish makes the export ready and tells its account.
func (j *job) finish(ctx context.Context, size int64) error {
	now, platform, a := j.Now(), viewer.AsSystem(ctx), j.account
	return store.Do(ctx, j.DB, func(tx *ent.Tx) error {
		if err := j.DB.Lock(ctx, tx, account.Table, a.ID); err != nil {
			return err
		}
		n, err := tx.DataExport.Update().Where(dataexport.ID(j.row.ID), dataexport.DueAt(j.row.DueAt), dataexport.StateEQ(dataexport.StateRUNNING)).
			SetState(dataexport.StateREADY).SetProgress(100).SetSize(size).SetReadyAt(now).SetExpiresAt(now.Add(exportLasts)).Save(ctx)
		if err != nil {
			return fmt.Errorf("note that export is ready: %w", err)
		}
		if n == 0 {
			return errTaken
		}
		if err := j.Log.Record(platform, tx, &timeline.DataExportReadyEvent{OnAccount: timeline.ForAccount(a)}); err != nil {
			return err
		}
		return j.Outbox.Post(ctx, tx, a.ID, j.letter(now.Add(exportLasts)))
	})
}

func (j *job) letter(until time.Time) notify.Letter {
	lang := string(j.account.Language)
	return notify.Letter{
		Kind: "data_export_ready", To: j.account.Email, Lang: lang,
		Subject: i18n.Say(lang, "Your data export is ready"),
		Lines: []string{
			i18n.Say(lang, "Download it before %s. You'll be asked to confirm it's you.", notify.In(j.account, until)),
		},
		Button: &notify.Button{Label: i18n.Say(lang, "Download your data"), Path: "/authentication"},
		After:  []string{i18n.Say(lang, "Didn't request it? Change your password, sign out other devices, and review your SSH keys and API tokens.")},
	}
}
