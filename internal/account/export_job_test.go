package account_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/ent"
	entaccount "portico/ent/account"
	"portico/ent/dataexport"
	"portico/internal/account"
	"portico/internal/request"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// What a crash leaves is made again once its lease is over, five times in all;
// what it wrote goes.
func TestExportsOutliveCrashes(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	e, err := w.Exports.Request(ada)
	testkit.Must(t, e, err)
	crash := func() { // as a worker that dies while it writes
		testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
			return tx.DataExport.UpdateOneID(e.ID).SetState(dataexport.StateRUNNING).SetDueAt(w.Clock.Now().Add(time.Minute)).AddTries(1).Exec(ada)
		}))
		testkit.Must(t, 0, os.MkdirAll(w.Exports.Folder, 0o700))
		testkit.Must(t, 0, os.WriteFile(filepath.Join(w.Exports.Folder, e.ID.String()+".9.part"), []byte("half"), 0o600))
	}
	crash()
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
	if got := w.DB.DataExport.GetX(ada, e.ID); got.State != dataexport.StateRUNNING {
		t.Errorf("it was taken from who makes it: %+v", got)
	}
	w.Clock.Move(time.Minute)
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
	if got := w.DB.DataExport.GetX(ada, e.ID); got.State != dataexport.StateREADY || got.Tries != 2 {
		t.Errorf("after a crash: %+v", got)
	}
	unzipped(t, w, ada, e.ID)
	if files, _ := os.ReadDir(w.Exports.Folder); len(files) != 1 {
		t.Errorf("there are %v", files)
	}

	w.Clock.Move(24 * time.Hour)
	e, err = w.Exports.Request(ada)
	testkit.Must(t, e, err)
	for range 5 {
		crash()
		w.Clock.Move(time.Minute)
	}
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
	if got := w.DB.DataExport.GetX(ada, e.ID); got.State != dataexport.StateFAILED {
		t.Errorf("after five crashes: %+v", got)
	}
	if files, _ := filepath.Glob(filepath.Join(w.Exports.Folder, e.ID.String()+"*")); len(files) != 0 {
		t.Errorf("left are %v", files)
	}
	_, err = w.Exports.Request(ada)
	testkit.Must(t, 0, err)
}

// What fails is tried again, later each time, and given up at last; it keeps no
// other from its turn.
func TestExportsThatFail(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	testkit.Must(t, 0, os.WriteFile(w.Exports.Folder, nil, 0o600)) // no folder can be made there
	e, err := w.Exports.Request(ada)
	testkit.Must(t, e, err)
	for try := range 5 {
		for range 2 { // the second time it is not due yet
			testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
			if got := w.DB.DataExport.GetX(ada, e.ID); got.State == dataexport.StateREADY || got.Tries != int32(try)+1 {
				t.Errorf("try %d: %+v", try, got)
			}
		}
		w.Clock.Move(time.Minute << (try + 1))
	}
	if got := w.DB.DataExport.GetX(ada, e.ID); got.State != dataexport.StateFAILED || got.Tries != 5 {
		t.Errorf("%+v", got)
	}
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
}

// Of two workers at once one makes an export, and it is told of once.
func TestExportsAreMadeOnce(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	e, err := w.Exports.Request(ada)
	testkit.Must(t, e, err)
	w.RunAtOnce(4, w.Exports.MakeJob)
	if got := w.DB.DataExport.GetX(ada, e.ID); got.Tries != 1 || got.State != dataexport.StateREADY {
		t.Errorf("%+v", got)
	}
	if got := w.EmailKinds("ada@example.com"); !slices.Equal(got, []string{"data_export_ready"}) {
		t.Errorf("the email is %v", got)
	}
}

// R53: an export that is being made when its account is deleted leaves no file behind.
func TestR53_AnExportOfADeletedAccountIsDiscarded(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
	e, err := w.Exports.Request(ada)
	testkit.Must(t, e, err)
	x, own, deleted := w.Exports, w.Exports.Holding(), false
	x.Now = func() time.Time { // it is asked for once the file is whole, before that is noted
		if _, err := os.Stat(filepath.Join(x.Folder, e.ID.String()+".zip")); err == nil && !deleted {
			deleted = true
			testkit.Must(t, 0, own.EraseFiles(ada))
			testkit.Must(t, 0, os.WriteFile(filepath.Join(x.Folder, e.ID.String()+".zip"), nil, 0o600)) // renamed only now
			testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error { return own.Erase(ada, tx, nil) }))
		}
		return w.Clock.Now()
	}
	testkit.Must(t, 0, x.MakeJob().Run(t.Context()))
	if files, _ := os.ReadDir(x.Folder); !deleted || len(files) != 0 || w.DB.DataExport.Query().ExistX(ada) {
		t.Errorf("left are %v", files)
	}
}

// An export says everything in the account's language, and waits while the
// account is being deleted.
func TestExportSpeaksTheAccountsLanguage(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	ctx := request.WithOrigin(ada, request.Origin{Address: "192.0.2.7"})
	french := entaccount.LanguageFR
	_, err := w.Profiles.Update(ctx, account.ProfileChange{Language: &french})
	testkit.Must(t, 0, err)
	e, err := w.Exports.Request(ctx)
	testkit.Must(t, e, err)
	closing := func(at *time.Time) {
		testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
			return tx.Account.UpdateOneID(viewer.ID(ada)).SetNillableClosingAt(at).Exec(ada)
		}))
	}
	soon := w.Clock.Now().Add(time.Hour)
	closing(&soon)
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
	if got := w.DB.DataExport.GetX(ada, e.ID); got.State != dataexport.StatePENDING {
		t.Errorf("%+v", got)
	}
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(ada)).ClearClosingAt().Exec(ada)
	}))
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
	files := unzipped(t, w, ada, e.ID)
	for name, want := range map[string]string{"README.txt": "Vos clés SSH publiques", "timeline.csv": "Profil mis à jour", "timeline.json": "Profil mis à jour"} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s says\n%s", name, files[name])
		}
	}
	if l := w.Email("ada@example.com"); l.Subject != "L’exportation de vos données est prête" {
		t.Errorf("%+v", l)
	}
}

// A long timeline is written page by page: how much is held does not grow with it.
func TestExportsOfLongTimelines(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for range 5 {
		testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
			for n := range 100 {
				if err := w.Log.Record(ada, tx, &timeline.SSHKeyAddedEvent{Name: fmt.Sprint("key ", n)}); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	e := exported(t, w, ada)
	files := unzipped(t, w, ada, e.ID)
	events := parsed[[]map[string]any](t, files["timeline.json"])
	if len(events) != 502 {
		t.Errorf("%d events", len(events))
	}
	seen := map[any]bool{}
	for _, e := range events {
		seen[e["id"]] = true
	}
	if len(seen) != len(events) {
		t.Errorf("%d of %d events are different", len(seen), len(events))
	}
}

// Anyone can invite an account, any number of times.
func TestR70_AnyNumberOfInvitationsIsExported(t *testing.T) {
	t.Parallel()
	w, ada, bob := testkit.WithAccounts(t, "ada", "bob")
	const invitations = 250
	w.Invited(bob, ada, invitations)
	e, err := w.Exports.Request(ada)
	testkit.Must(t, e, err)
	ctx, ran := testkit.Counting(t.Context())
	testkit.Must(t, 0, w.Exports.MakeJob().Run(ctx))
	if n := strings.Count(unzipped(t, w, ada, e.ID)["apps.json"], `"invitedAt"`); n != invitations {
		t.Errorf("%d of %d invitations", n, invitations)
	}
	for _, s := range ran.All() {
		if n := len(s.Args); n > invitations/2 {
			t.Errorf("%d variables: %.200s", n, s.SQL)
		}
		if strings.HasPrefix(s.SQL, "SELECT") {
			testkit.CheckReads(t, w.DB, s, 10*invitations) // of apps, owners, roles
		}
	}
}
