package auth_test

import (
	"sync"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/session"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// whileHashing does something once, while the next password is compared: after the
// account was read, and before the transaction that acts on it.
func whileHashing(w *testkit.World, do func()) {
	var once sync.Once
	w.Passwords.Hashing = func() func() {
		once.Do(do)
		return func() {}
	}
}

// R65: a password that was right when it was compared, and is changed before the
// session begins, begins none.
func TestR65_AnOldPasswordRacesItsChange(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	whileHashing(w, func() { edit(w, "ada", func(u *ent.AccountUpdateOne) { u.AddCredentialVersion(1) }) })
	if err := second(signIn(w.Browser())); wrong(err) != " WRONG_CREDENTIALS" {
		t.Errorf("%v", err)
	}
	if n := w.DB.Session.Query().CountX(ada); n != 0 {
		t.Errorf("%d sessions", n)
	}
	if err := second(signIn(w.Browser())); err != nil {
		t.Errorf("without a race: %v", err)
	}
}

// R65: nor does it open sudo mode, where the same session changed it.
func TestR65_AnOldPasswordRacesItsChangeInSudo(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	w.Clock.Move(15 * time.Minute)
	ctx := b.Request()
	whileHashing(w, func() {
		sys := viewer.AsSystem(t.Context())
		write(w, func(tx *ent.Tx) {
			tx.Account.Update().Where(account.Username("ada")).AddCredentialVersion(1).ExecX(sys)
			tx.Session.Update().Where(session.ID(idOf(b))).AddCredentialVersion(1).ExecX(sys)
		})
	})
	if _, err := w.Sudo.Enter(ctx, byPassword(testkit.Password)); outcome(err) != "UNAUTHENTICATED" {
		t.Errorf("%v", err)
	}
	if v, _ := viewer.From(b.Request()); v.SudoUntil.After(w.Clock.Now()) {
		t.Errorf("sudo mode until %v", v.SudoUntil)
	}
	if _, err := w.Sudo.Enter(b.Request(), byPassword(testkit.Password)); err != nil {
		t.Errorf("without a race: %v", err)
	}
}

// R66: while an account is being deleted nothing opens it but the links that cancel
// that, and those not after its time. Each guard holds by itself: what the deletion
// deletes is put back here.
func TestR66_NothingOpensAClosingAccount(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	provenAddress(w, "ada")
	b := w.SignedIn("ada")
	token := newToken(t, w, ada, "APPS_READ")
	held, ok, err := w.Tokens.Find(t.Context(), token.Text, "")
	if !ok || err != nil {
		t.Fatal(err)
	}
	key, err := w.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, key, err)
	reset := resetLink(w, "ada")
	edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetClosingAt(w.Clock.Now().Add(testkit.Grace)) })

	if live(b) {
		t.Error("a session opens it")
	}
	if _, ok, err := w.Tokens.Find(t.Context(), token.Text, ""); ok || err != nil {
		t.Errorf("a token opens it: %v", err)
	}
	if _, err := (signin.Authenticator{Sessions: w.Sessions, Tokens: w.Tokens}).Recheck(t.Context(), held); outcome(err) != "UNAUTHENTICATED" {
		t.Errorf("a token's socket stays: %v", err)
	}
	if _, ok, err := w.Keys.Still(t.Context(), key.ID); ok || err != nil {
		t.Errorf("a key opens it: %v", err)
	}
	if err := second(signIn(w.Browser())); wrong(err) != " ACCOUNT_CLOSING" {
		t.Errorf("a password opens it: %v", err)
	}
	if _, err := w.Recovery.Reset(w.Browser().Request(), reset, another); wrong(err) != " ACCOUNT_CLOSING" {
		t.Errorf("a link sets its password: %v", err)
	}
	before := emails(w, "ada@example.com", "reset_password")
	asksReset(w, "ada@example.com")
	if n := emails(w, "ada@example.com", "reset_password"); n != before {
		t.Error("a link that sets its password is emailed")
	}
}

// R66: a deletion is not canceled once its time has come, though the link lives.
func TestR66_ADeletionIsNotCancelledAfterItsTime(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*testkit.World, *ent.AccountUpdateOne){
		"due":         func(w *testkit.World, u *ent.AccountUpdateOne) { u.SetClosingAt(w.Clock.Now()) },
		"removed":     func(w *testkit.World, u *ent.AccountUpdateOne) { u.SetClosedAt(w.Clock.Now()) },
		"not closing": func(_ *testkit.World, u *ent.AccountUpdateOne) { u.ClearClosingAt() },
	} {
		w := testkit.New(t)
		w.Account("ada")
		cancel := closed(t, w, w.SignedIn("ada"))
		edit(w, "ada", func(u *ent.AccountUpdateOne) { change(w, u) })
		if _, err := w.Deletions.Cancel(t.Context(), cancel); wrong(err) != "token LINK_INVALID" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// R67: a change of address voids what was emailed to the one before: the link that
// confirms a deletion, and the code that opens sudo mode.
func TestR67_AChangeOfEmailVoidsWhatWasMailed(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, false)
	deletion := asked(t, m.World, m.b, adaOld)
	m.moves()
	if _, err := m.Deletions.Confirm(m.Browser().Request(), deletion); wrong(err) != "token LINK_INVALID" {
		t.Errorf("the link that confirms a deletion: %v", err)
	}
	m = asksToMove(t, false)
	edit(m.World, "ada", func(u *ent.AccountUpdateOne) { u.ClearPasswordHash() })
	testkit.Must(t, 0, m.Sudo.SendCode(m.b.Request()))
	code := m.Email(adaOld).Code
	m.moves()
	if _, err := m.Sudo.Enter(m.b.Request(), byMail(code)); code == "" || wrong(err) != "mailedCode WRONG_CODE" {
		t.Errorf("the code %q: %v", code, err)
	}
	m = asksToMove(t, false)
	for range 100 {
		_, err := guess(m.Browser(), "ada")
		m.Clock.Move(time.Minute)
		if wrong(err) != " WRONG_CREDENTIALS" {
			t.Fatal(err)
		}
	}
	unlock := m.Email(adaOld).Button
	m.moves()
	if err := m.Accounts.Unlock(t.Context(), unlock.Secret); unlock.Path != "/unlock" || wrong(err) != "token LINK_INVALID" {
		t.Errorf("the link %s: %v", unlock.Path, err)
	}
}

// R65: sign-ins at the same time, each of which forgives the tries before it, get no
// fault: on PostgreSQL the row that counts them may be deleted by another at any time.
func TestR65_SignInsRaceEachOther(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				if err := second(signIn(w.Browser())); err != nil && outcome(err) != "RATE_LIMITED" {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}
