package auth_test

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/collaborator"
	"portico/ent/event"
	"portico/ent/link"
	entmail "portico/ent/mail"
	profile "portico/internal/account"
	"portico/internal/apitoken"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/deletion"
	"portico/internal/holding"
	"portico/internal/ledger"
	"portico/internal/request"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// canaries are what of ada's must be nowhere once she is deleted.
var canaries = []string{
	"ada-canary", "fullname canary", "location canary", "company canary", "192.0.2.7", "203.0.113.99", "firefox",
	"legal canary", "street canary", "de136695976", "note canary", "invoices-canary@example.com",
	"key-canary", "sha256:", "token-canary", "passkey-canary", "github-canary", "new-canary@example.com", "seal-canary",
	attempt.OfLogin("ada-canary"), attempt.OfLogin("ada-canary@example.com"), attempt.OfEmail("ada-canary@example.com"),
}

// nameless are the tables whose rows carry no account: they are found by the canaries.
// Apps are their owner's to delete first.
var nameless = map[string]bool{"attempts": true, "reset_requests": true, "mails": true, "deployments": true, "events": true, "apps": true, "one_offs": true}

// everything fills every table with something of ada's.
func everything(t *testing.T, w *testkit.World) (ada context.Context, export uuid.UUID) {
	t.Helper()
	ada, eve := w.Account("ada-canary"), w.Account("eve")
	me := viewer.ID(ada)
	b := w.SignedIn("ada-canary")
	ctx := request.WithOrigin(ada, request.Origin{Address: "203.0.113.99", Device: "Firefox on Linux"})
	text := func(s string) *string { return &s }
	_, err := w.Profiles.Update(ctx, profile.ProfileChange{FullName: text("Fullname Canary"), Location: text("Location Canary"), Company: text("Company Canary")})
	testkit.Must(t, 0, err)
	billed := testkit.Billing()
	billed.LegalName, billed.AddressLine1, billed.InvoiceNote = text("Legal Canary"), text("Street Canary 1"), text("Note Canary")
	billed.Recipients = []string{"invoices-canary@example.com"}
	testkit.Must(t, 0, w.BillingProfiles.Update(ctx, billed))
	key, err := w.Keys.Add(ctx, "key-canary", testkit.PublicKey(t))
	testkit.Must(t, key, err)
	_, err = w.Keys.Rename(ctx, key.ID, "key-canary-2")
	testkit.Must(t, 0, err)
	testkit.Must(t, 0, w.Keys.Used(ctx, key.ID, "203.0.113.99"))
	_, err = w.Tokens.Create(ctx, apitoken.NewToken{Name: "token-canary", Scopes: []string{"APPS_READ"}})
	testkit.Must(t, 0, err)
	shared, other := w.App(eve, "shared"), w.App(ctx, "adas-app")
	w.Member(eve, shared, "ada-canary", ctx, collaborator.RoleLIMITED)
	for range 3 {
		w.Deploy(ctx, shared, "a push")
	}
	testkit.Must(t, 0, ran(w, eve, ctx, shared))
	offer, err := w.Transfers.Offer(eve, shared.ID, "ada-canary")
	testkit.Must(t, offer, err)
	testkit.Must(t, 0, w.Deployments.Denied(ctx, shared.ID, "shared", timeline.TooLarge))
	testkit.Must(t, 0, w.Apps.Delete(ctx, other.ID, "adas-app"))
	testkit.Must(t, 0, w.Sessions.Revoke(b.Request(), idOf(w.SignedIn("ada-canary"))))
	testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		plant(viewer.AsSystem(ctx), tx, me, w.Clock.Now())
		for _, e := range []timeline.Event{
			&timeline.EmailChangedEvent{Email: "new-canary@example.com", PreviousEmail: "ada-canary@example.com"},
			&timeline.PasskeyAddedEvent{Name: "passkey-canary"}, &timeline.GithubLinkedEvent{Login: "github-canary"},
		} {
			testkit.Must(t, 0, w.Log.Record(ctx, tx, e))
		}
		return nil
	}))
	testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		_, err := w.Ledger.Post(ctx, tx, ledger.Posting{
			Key: "issue:1", At: w.Business.Now(), Kind: ledger.Issue, Customer: me,
			Entries: []ledger.Entry{ledger.Debit(ledger.Receivable, 119), ledger.Credit(ledger.Revenue, 100), ledger.Credit(ledger.VAT, 19)},
		})
		return err
	}))
	x, err := w.Exports.Request(ctx)
	testkit.Must(t, x, err)
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
	return ada, x.ID
}

// ran runs a one-off on another's app.
func ran(w *testkit.World, owner, ctx context.Context, shared *ent.App) error {
	c := w.DB.Collaborator.Query().Where(collaborator.AccountID(viewer.ID(ctx))).OnlyX(ctx)
	_, err := w.Collaborators.ChangeRole(owner, c.ID, collaborator.RoleCOLLABORATOR)
	_, err2 := w.OneOffs.Run(ctx, shared.ID, "rake", "M")
	return errors.Join(err, err2)
}

// plant puts rows into the tables whose use cases need a browser or another site.
func plant(ctx context.Context, tx *ent.Tx, me uuid.UUID, now time.Time) {
	secret := []byte("seal-canary")
	tx.Totp.Create().SetAccountID(me).SetSecret(secret).SetCreatedAt(now).ExecX(ctx)
	tx.RecoveryCode.Create().SetAccountID(me).SetHash("seal-canary").SetCreatedAt(now).ExecX(ctx)
	tx.Passkey.Create().SetAccountID(me).SetName("passkey-canary").SetCredentialID(secret).SetCredential([]byte(`{}`)).SetCreatedAt(now).ExecX(ctx)
	tx.GithubIdentity.Create().SetAccountID(me).SetGithubID(7).SetLogin("github-canary").SetCreatedAt(now).ExecX(ctx)
	device := tx.Device.Create().SetAccountID(me).SetDigest(secret).SetLastSeenAt(now).SetCreatedAt(now).SaveX(ctx)
	tx.EmailChange.Create().SetAccountID(me).SetOldEmail("ada-canary@example.com").SetNewEmail("new-canary@example.com").
		SetNewKey("new-canary@example.com").SetOldLost(false).SetExpiresAt(now).SetCreatedAt(now).ExecX(ctx)
	tx.Ceremony.Create().SetPurpose("ADD").SetAccountID(me).SetData([]byte(`{"x":"seal-canary"}`)).SetExpiresAt(now).SetCreatedAt(now).ExecX(ctx)
	tx.ResetRequest.Create().SetEmailKey("ada-canary@example.com").SetAddress("203.0.113.99").SetDevice("Firefox on Linux").SetCreatedAt(now).SetDueAt(now).ExecX(ctx)
	tx.PendingSignIn.Create().SetAccountID(me).SetTokenDigest(secret).SetCredentialVersion(1).SetMethod("password").SetExpiresAt(now).SetCreatedAt(now).ExecX(ctx)
	tx.Link.Create().SetAccountID(me).SetPurpose(link.PurposeREVERT_EMAIL).SetDigest(secret).SetSubject(uuid.NewString()).SetHeldKey("ada-canary@example.com").SetExpiresAt(now).SetCreatedAt(now).ExecX(ctx)
	tx.Mail.Create().SetKind("x").SetToAddress("ada-canary@example.com").SetLanguage("EN").SetDueAt(now).SetCreatedAt(now).ExecX(ctx)
	for _, subject := range []string{"account:" + me.String(), "device:" + device.ID.String(), attempt.OfLogin("ada-canary"), attempt.OfLogin("ada-canary@example.com"), attempt.OfEmail("ada-canary@example.com")} {
		tx.Attempt.Create().SetKind("password").SetSubject(subject).SetSince(now).SetLastAt(now).SetNextAt(now).SetCreatedAt(now).ExecX(ctx)
	}
}

// R53: nothing personal is left of a deleted account: in no column of any table,
// and in no file. What it did stays, under a pseudonym. Public keys are personal.
func TestR53NothingPersonalIsLeft(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, export := everything(t, w)
	me := viewer.ID(ada)
	found := search(t, w, me)
	for _, c := range canaries {
		if found[c] == "" {
			t.Errorf("%q was nowhere before: the search is broken", c)
		}
	}
	for _, h := range *w.Holdings {
		for _, table := range h.Tables {
			if !slices.Contains(strings.Fields(found["a row of hers"]), table) && !nameless[table] {
				t.Errorf("no row of hers was in %s before: plant one", table)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(w.Exports.Folder, export.String()+".zip")); err != nil {
		t.Fatal(err)
	}
	events := w.DB.Event.Query().Where(event.AccountID(me)).CountX(viewer.AsSystem(t.Context()))

	_, err := w.Deletions.Confirm(w.Browser().Request(), asked(t, w, w.SignedIn("ada-canary"), "ada-canary@example.com"))
	testkit.Must(t, 0, err)
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error { // somebody invites her meanwhile
		shared := tx.App.Query().OnlyX(viewer.AsSystem(ada))
		return tx.Collaborator.Create().SetAppID(shared.ID).SetAccountID(me).SetRole("LIMITED").SetCreatedAt(w.Clock.Now()).Exec(viewer.AsSystem(ada))
	}))
	w.Clock.Move(testkit.Grace)
	testkit.Must(t, 0, w.Deletions.RemoveJob().Run(t.Context()))

	for what, where := range search(t, w, me) {
		t.Errorf("%q is left in %s", what, where)
	}
	if files, err := os.ReadDir(w.Exports.Folder); err != nil || len(files) != 0 {
		t.Errorf("files are left: %v, %v", files, err)
	}
	platform := viewer.AsSystem(t.Context())
	a, name := w.DB.Account.GetX(platform, me), "deleted-"+hex.EncodeToString(me[10:])
	if a.Username != name || a.PasswordHash != "" || a.EmailVerifiedAt != nil || a.ClosedAt == nil {
		t.Errorf("%+v", a)
	}
	if n := w.DB.Event.Query().Where(event.AccountID(me), event.AccountName(name)).CountX(platform); n <= events {
		t.Errorf("of %d events %d are there", events, n)
	}
	if owed, err := w.Ledger.Balance(platform, me, ledger.Receivable); owed != 119 || err != nil { // the book stays
		t.Errorf("%d is owed, %v", owed, err)
	}
	if faults, err := w.Ledger.Audit(platform); len(faults) > 0 || err != nil {
		t.Errorf("%v, %v", faults, err)
	}
	for _, d := range w.DB.Deployment.Query().AllX(platform) {
		if d.PusherName != name {
			t.Errorf("pushed by %s", d.PusherName)
		}
	}
	for _, o := range w.DB.OneOff.Query().AllX(platform) {
		if o.StartedByName != name {
			t.Errorf("a one-off was started by %s", o.StartedByName)
		}
	}
	shared := w.DB.App.Query().OnlyX(platform)
	eve := auth.As(t.Context(), w.DB.Account.Query().Where(account.Username("eve")).OnlyX(platform))
	if got := w.Timeline(eve, shared.ID); len(got) != 13 { // it can still be read
		t.Errorf("the app's timeline has %v", got)
	}
	if n := w.DB.Mail.Query().Where(entmail.ToAddress("eve@example.com")).CountX(platform); n != len(w.EmailKinds("eve@example.com")) {
		t.Error("eve's emails went too")
	}
	for _, b := range []func() error{
		func() error {
			_, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: name, Password: testkit.Password})
			return err
		},
		func() error {
			_, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: "ada-canary", Password: testkit.Password})
			return err
		},
	} {
		if err := b(); wrong(err) != " WRONG_CREDENTIALS" {
			t.Errorf("somebody signs in: %v", err)
		}
	}
}

// What a crash cut short is done again, from wherever it was.
func TestARemovalThatWasCutShortIsDoneAgain(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, export := everything(t, w)
	me := viewer.ID(ada)
	_, err := w.Deletions.Confirm(t.Context(), asked(t, w, w.SignedIn("ada-canary"), "ada-canary@example.com"))
	testkit.Must(t, 0, err)
	w.Clock.Move(testkit.Grace)
	stays := filepath.Join(w.Exports.Folder, export.String()+".stays")
	testkit.Must(t, 0, os.MkdirAll(filepath.Join(stays, "not empty"), 0o700))
	retried := w.Deletions.RemoveJob()
	testkit.Must(t, 0, retried.Run(t.Context()))
	if next, err := retried.Next(t.Context()); err != nil || !next.Equal(w.Clock.Now().Add(time.Minute)) {
		t.Errorf("a file that stays is no failure: next is %v, %v", next, err)
	}
	testkit.Must(t, 0, os.RemoveAll(stays))
	for n := range 4 { // given up at the start, and before it is marked
		ctx, cancel := context.WithCancel(t.Context())
		left := n
		closing := w.Deletions
		closing.Now = func() time.Time {
			if left--; left < 0 {
				cancel()
			}
			return w.Clock.Now()
		}
		_ = closing.RemoveJob().Run(ctx)
		cancel()
	}
	testkit.Must(t, 0, w.Deletions.RemoveJob().Run(t.Context()))
	for what, where := range search(t, w, me) {
		t.Errorf("%q is left in %s", what, where)
	}
	if got := strings.Count(strings.Join(w.Timeline(ada, me), " "), "account_deleted"); got != 1 {
		t.Errorf("recorded %d times", got)
	}
}

// erasingFiles is the removal of accounts in which one more domain erases files, before
// all others.
func erasingFiles(w *testkit.World, erase func(context.Context) error) deletion.Deletions {
	closing := w.Deletions
	closing.Holdings = &holding.List{{EraseFiles: erase}}
	*closing.Holdings = append(*closing.Holdings, *w.Holdings...)
	return closing
}

// One account that cannot be removed keeps no other from it.
func TestOneFailingRemovalStopsNoOther(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Deletions.Grace = 0
	var ids []uuid.UUID
	for _, name := range []string{"ada", "bob", "eve"} {
		ctx := w.Account(name)
		ids = append(ids, viewer.ID(ctx))
		_, err := w.Deletions.Confirm(t.Context(), asked(t, w, w.SignedIn(name), name+"@example.com"))
		testkit.Must(t, 0, err)
	}
	platform := viewer.AsSystem(t.Context())
	closing := erasingFiles(w, func(ctx context.Context) error {
		if viewer.ID(ctx) == ids[0] {
			return os.ErrPermission
		}
		return nil
	})
	job := closing.RemoveJob()
	testkit.Must(t, 0, job.Run(t.Context()))
	if next, err := job.Next(t.Context()); err != nil || !next.Equal(w.Clock.Now().Add(time.Minute)) {
		t.Errorf("the one that failed is due at %v, %v", next, err)
	}
	for i, id := range ids {
		if a := w.DB.Account.GetX(platform, id); (a.ClosedAt != nil) != (i > 0) {
			t.Errorf("%d: %+v", i, a)
		}
	}
}

// An account whose deletion is canceled, or done by someone else, after it was
// found to be due is left as it is.
func TestARemovalLooksAgainWhetherTheAccountIsDue(t *testing.T) {
	t.Parallel()
	for name, meanwhile := range map[string]func(w *testkit.World){
		"canceled": func(w *testkit.World) { edit(w, "ada", func(u *ent.AccountUpdateOne) { u.ClearClosingAt() }) },
		"removed":  func(w *testkit.World) { testkit.Must(w.T, 0, w.Deletions.RemoveJob().Run(w.T.Context())) },
	} {
		w, ada := testkit.WithAccount(t, "ada")
		edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetClosingAt(w.Clock.Now()) })
		account := func() *ent.Account { return w.DB.Account.GetX(viewer.AsSystem(t.Context()), viewer.ID(ada)) }
		var was *ent.Account
		closing := erasingFiles(w, func(context.Context) error { // the first step, after the account was found
			meanwhile(w)
			was = account()
			return nil
		})
		testkit.Must(t, 0, closing.RemoveJob().Run(t.Context()))
		if is := account(); was == nil || is.Username != was.Username || is.CredentialVersion != was.CredentialVersion {
			t.Errorf("%s: %+v became %+v", name, was, is)
		}
	}
}

// Anyone can invite an account, and each sign-in may leave a device: their
// number must not become that of a statement's variables, which is limited.
func TestR70_AnAccountWithAnyNumberOfRowsIsRemoved(t *testing.T) {
	t.Parallel()
	w, ada, bob := testkit.WithAccounts(t, "ada", "bob")
	me, rows := viewer.ID(ada), make([]int, 1200)
	w.Invited(bob, ada, len(rows))
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		return tx.Device.MapCreateBulk(rows, func(c *ent.DeviceCreate, i int) {
			c.SetAccountID(me).SetDigest(fmt.Append(nil, i)).SetCreatedAt(w.Clock.Now()).SetLastSeenAt(w.Clock.Now())
		}).Exec(ada)
	}))
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(me).SetClosingAt(w.Clock.Now()).Exec(ada)
	}))
	ctx, ran := testkit.Counting(t.Context())
	testkit.Must(t, 0, w.Deletions.RemoveJob().Run(ctx))
	platform := viewer.AsSystem(t.Context())
	if a, n := w.DB.Account.GetX(platform, me), w.DB.Collaborator.Query().CountX(platform); a.ClosedAt == nil || n != 0 {
		t.Errorf("%d invitations are left of %+v", n, a)
	}
	for _, s := range ran.All() {
		if strings.HasPrefix(s.SQL, "INSERT") { // a row of the log has many columns
			continue
		}
		if n := len(s.Args); n > len(rows)/2 {
			t.Errorf("%d variables: %.200s", n, s.SQL)
		}
	}
}
