package auth_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	entpasskey "portico/ent/passkey"
	"portico/internal/browser"
	"portico/internal/passkey"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A passkey is added, signs in by itself, opens sudo mode, and is removed.
func TestPasskeyLife(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	b := w.SignedIn("ada")
	d, key := add(t, w, b.Request())
	if key.Name != "Firefox on Linux" || key.LastUsedAt != nil || w.Email("ada@example.com").Kind != "passkey_added" {
		t.Errorf("%+v", key)
	}
	ways, err := w.Passkeys.Sessions.LoginMethods(ada, w.DB.Account.GetX(ada, viewer.ID(ada)))
	if want := []timeline.LoginMethod{timeline.ByPassword, timeline.ByPasskey}; !slices.Equal(testkit.Must(t, ways, err), want) {
		t.Errorf("ada signs in by %v", ways)
	}

	other := w.Browser()
	c, err := w.Passkeys.StartSignIn(other.Request())
	if strings.Contains(testkit.Must(t, c, err).Options, "allowCredentials") || !strings.Contains(c.Options, `"userVerification":"required"`) {
		t.Errorf("who signs in is named: %s", c.Options)
	}
	w.Clock.Move(time.Minute)
	in, err := w.Passkeys.SignIn(other.Request(), d.answers(c))
	if testkit.Must(t, in, err).Account.ID != viewer.ID(ada) || in.Challenge != nil {
		t.Errorf("signed in: %+v", in)
	}
	v, _ := viewer.From(other.Request())
	if v.Username != "ada" || !v.SudoUntil.Equal(w.Clock.Now().Add(15*time.Minute)) {
		t.Errorf("it opened %+v", v)
	}
	if key = w.DB.Passkey.GetX(ada, key.ID); key.LastUsedAt == nil || !key.LastUsedAt.Equal(w.Clock.Now()) {
		t.Errorf("last used %v", key.LastUsedAt)
	}

	w.Clock.Move(time.Hour)
	before := other.Cookies[browser.SessionCookie]
	ctx := other.Request()
	c, err = w.Passkeys.StartSudo(ctx)
	a, err2 := sudoBy(w, ctx, d.answers(testkit.Must(t, c, err)))
	testkit.Must(t, a, err2)
	if v, _ := viewer.From(other.Request()); !v.SudoUntil.After(w.Clock.Now()) || other.Cookies[browser.SessionCookie] == before {
		t.Errorf("sudo mode until %v", v.SudoUntil)
	}

	renamed, err := w.Passkeys.Rename(other.Request(), key.ID, " my  phone ")
	if testkit.Must(t, renamed, err).Name != "my phone" {
		t.Errorf("renamed %q", renamed.Name)
	}
	testkit.Must(t, 0, w.Passkeys.Remove(other.Request(), key.ID))
	if got := happened(w, ada)[:4]; !slices.Equal(got, []string{"passkey_removed", "sudo_granted", "login_succeeded", "passkey_added"}) {
		t.Errorf("events %v", got)
	}
	if got := w.EmailKinds("ada@example.com"); !slices.Equal(got, []string{"passkey_added", "passkey_removed"}) {
		t.Errorf("emails %v", got)
	}
	c, err = w.Passkeys.StartSignIn(w.Browser().Request())
	_, err2 = w.Passkeys.SignIn(w.Browser().Request(), d.answers(testkit.Must(t, c, err)))
	if wrong(err2) != " PASSKEY_REFUSED" {
		t.Errorf("the removed passkey: %v", err2)
	}
}

// An account has ten passkeys at most, also where two are added at once.
func TestPasskeysHaveALimit(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	for range 9 {
		add(t, w, ada)
	}
	a, err := w.Passkeys.Start(ada)
	b, err2 := w.Passkeys.Start(ada)
	testkit.Must(t, a, err)
	testkit.Must(t, b, err2)
	if n := strings.Count(a.Options, `"type":"public-key","id"`); n != 9 {
		t.Errorf("%d are excluded: %s", n, a.Options)
	}
	key, err := w.Passkeys.Add(ada, newDevice(t).makes(a))
	testkit.Must(t, key, err)
	if _, err := w.Passkeys.Add(ada, newDevice(t).makes(b)); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("the eleventh: %v", err)
	}
	if _, err := w.Passkeys.Start(ada); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("to begin it: %v", err)
	}
}

func TestR32_PasskeysOfOthers(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	_, key := add(t, w, ada)
	for _, id := range []uuid.UUID{key.ID, uuid.New()} {
		_, err := w.Passkeys.Rename(eve, id, "mine")
		for _, err := range []error{err, w.Passkeys.Remove(eve, id)} {
			if !refused(err, problem.NotFound) {
				t.Errorf("a stranger: %v", err)
			}
		}
	}
	if all, err := w.Passkeys.All(eve); err != nil || len(all) > 0 {
		t.Errorf("a stranger sees %v, %v", all, err)
	}
}

// R27: the last way to sign in is not taken away, whichever it is.
func TestR27_TheLastPasskeyStays(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	_, first := add(t, w, ada)
	_, second := add(t, w, ada)
	write(w, func(tx *ent.Tx) { tx.Account.Update().ClearPasswordHash().ExecX(ada) })
	testkit.Must(t, 0, w.Passkeys.Remove(ada, first.ID))
	if err := w.Passkeys.Remove(ada, second.ID); wrong(err) != " LAST_LOGIN_METHOD" {
		t.Errorf("the last one: %v", err)
	}
	if !w.DB.Passkey.Query().Where(entpasskey.ID(second.ID)).ExistX(ada) {
		t.Error("it is gone")
	}
	write(w, func(tx *ent.Tx) {
		tx.GithubIdentity.Create().SetGithubID(7).SetLogin("ada").SetCreatedAt(w.Clock.Now()).ExecX(ada)
	})
	testkit.Must(t, 0, w.Passkeys.Remove(ada, second.ID))
}

// R21: a sign-in that lacks its second factor dies when a passkey comes or goes.
func TestR21_PasskeysEndSignInsUnderWay(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	_, key := add(t, w, ada)
	factor(w, ada, "on")
	for name, change := range map[string]func(){
		"added":   func() { add(t, w, ada) },
		"removed": func() { testkit.Must(t, 0, w.Passkeys.Remove(ada, key.ID)) },
	} {
		if steps(w) != 0 {
			t.Fatal("there is one already")
		}
		w.SignedIn("ada")
		if steps(w) != 1 {
			t.Fatal("none was begun")
		}
		if change(); steps(w) != 0 {
			t.Errorf("a passkey was %s, and a sign-in goes on", name)
		}
	}
}

// R13: a passkey is both factors, whatever the second one is.
func TestR13_PasskeyAndTheSecondFactor(t *testing.T) {
	t.Parallel()
	for _, stage := range []string{"off", "begun", "proven", "on"} {
		w, ada := testkit.WithAccount(t, "ada")
		d, _ := add(t, w, ada)
		factor(w, ada, stage)
		b := w.Browser()
		c, err := w.Passkeys.StartSignIn(b.Request())
		in, err2 := w.Passkeys.SignIn(b.Request(), d.answers(testkit.Must(t, c, err)))
		if testkit.Must(t, in, err2).Account == nil || in.Challenge != nil || viewer.ID(b.Request()) != viewer.ID(ada) || steps(w) != 0 {
			t.Errorf("%s: %+v, %v", stage, in, b.Cookies)
		}
	}
}

// A closing account lets nobody in, and a suspended one does.
func TestPasskeyAndHowTheAccountStands(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	d, _ := add(t, w, ada)
	try := func() error {
		c, err := w.Passkeys.StartSignIn(ada)
		_, err2 := w.Passkeys.SignIn(w.Browser().Request(), d.answers(testkit.Must(t, c, err)))
		return err2
	}
	write(w, func(tx *ent.Tx) { tx.Account.Update().SetSuspendedAt(w.Clock.Now()).ExecX(ada) })
	testkit.Must(t, 0, try())
	write(w, func(tx *ent.Tx) { tx.Account.Update().SetClosingAt(w.Clock.Now()).ExecX(ada) })
	if err := try(); wrong(err) != " ACCOUNT_CLOSING" || happened(w, ada)[0] == "login_failed" {
		t.Errorf("a closing account: %v", err)
	}
}

// A site whose address is a number can have no passkeys, and says so.
func TestPasskeysNeedAName(t *testing.T) {
	t.Parallel()
	for _, host := range []string{"127.0.0.1:8080", "[::1]:8080"} {
		if site, err := passkey.RelyingParty(&url.URL{Scheme: "http", Host: host}); err == nil {
			t.Errorf("%s has %+v", host, site.Config)
		}
	}
	w, ada := testkit.WithAccount(t, "ada")
	none := w.Passkeys
	none.WebAuthn = nil
	_, start := none.Start(ada)
	_, signIn := none.StartSignIn(ada)
	_, sudo := none.StartSudo(ada)
	_, answer := none.SignIn(w.Browser().Request(), passkey.Proof{})
	_, added := none.Add(ada, passkey.AddPasskey{})
	for i, err := range []error{start, signIn, sudo, answer, added} {
		if !refused(err, problem.BadUserInput) {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// What is not ended in time is forgotten, and what is under way is not.
func TestSweepBegun(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	_, err := w.Passkeys.StartSignIn(ada)
	testkit.Must(t, 0, err)
	w.Clock.Move(6 * time.Minute)
	c, err := w.Passkeys.Start(ada)
	testkit.Must(t, c, err)
	testkit.Must(t, 0, w.Sessions.Sweep(t.Context()))
	if n := w.DB.Ceremony.Query().CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Errorf("%d ceremonies are left", n)
	}
	key, err := w.Passkeys.Add(ada, newDevice(t).makes(c))
	testkit.Must(t, key, err)
}
