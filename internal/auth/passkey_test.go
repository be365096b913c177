package auth_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/passkey"
	"portico/internal/auth"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A device makes passkeys, and answers with the last one that it made.
type device struct {
	t    *testing.T
	site virtualwebauthn.RelyingParty
	by   virtualwebauthn.Authenticator
	key  virtualwebauthn.Credential
}

func newDevice(t *testing.T) *device {
	return &device{
		t: t, by: virtualwebauthn.NewAuthenticator(), key: newKey(),
		site: virtualwebauthn.RelyingParty{ID: testkit.Site, Name: "Portico", Origin: "https://" + testkit.Site},
	}
}

// newKey makes a key whose coordinates begin with no zero: virtualwebauthn leaves
// such zeros out, which makes the key invalid.
func newKey() virtualwebauthn.Credential {
	for {
		key := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)
		if len(key.Key.AttestationData()) == 77 {
			return key
		}
	}
}

// makes is the device's answer to what was begun to add a passkey.
func (d *device) makes(c auth.Ceremony) auth.AddPasskey {
	d.t.Helper()
	o, err := virtualwebauthn.ParseAttestationOptions(c.Options)
	testkit.Must(d.t, o, err)
	d.by.Options.UserHandle = []byte(o.UserID)
	return auth.AddPasskey{Ceremony: c.ID, Credential: virtualwebauthn.CreateAttestationResponse(d.site, d.by, d.key, *o)}
}

// answers is the device's answer to what was begun to sign in, or for sudo mode.
func (d *device) answers(c auth.Ceremony) auth.PasskeyProof {
	d.t.Helper()
	o, err := virtualwebauthn.ParseAssertionOptions(c.Options)
	testkit.Must(d.t, o, err)
	d.key.Counter++
	return auth.PasskeyProof{Ceremony: c.ID, Credential: virtualwebauthn.CreateAssertionResponse(d.site, d.by, d.key, *o)}
}

// add adds a passkey of a new device to whoever asks.
func add(t *testing.T, w *testkit.World, ctx context.Context) (*device, *ent.Passkey) {
	t.Helper()
	d := newDevice(t)
	c, err := w.Passkeys.Start(ctx)
	key, err2 := w.Passkeys.Add(ctx, d.makes(testkit.Must(t, c, err)))
	return d, testkit.Must(t, key, err2)
}

func events(w *testkit.World, ctx context.Context) []string { return w.Timeline(ctx, viewer.ID(ctx)) }

// A passkey is added, signs in by itself, opens sudo mode, and is removed.
func TestPasskeyLife(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
	b := w.SignedIn("ada")
	d, key := add(t, w, b.Request())
	if key.Name != "Firefox on Linux" || key.LastUsedAt != nil || w.Letter("ada@example.com").Kind != "passkey_added" {
		t.Errorf("%+v", key)
	}
	ways, err := w.Passkeys.LoginMethods(ada, w.DB.Account.GetX(ada, viewer.ID(ada)))
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
	before := other.Cookies[auth.SessionCookie]
	ctx := other.Request()
	c, err = w.Passkeys.StartSudo(ctx)
	a, err2 := w.Passkeys.EnterSudo(ctx, d.answers(testkit.Must(t, c, err)))
	testkit.Must(t, a, err2)
	if v, _ := viewer.From(other.Request()); !v.SudoUntil.After(w.Clock.Now()) || other.Cookies[auth.SessionCookie] == before {
		t.Errorf("sudo mode until %v", v.SudoUntil)
	}

	renamed, err := w.Passkeys.Rename(other.Request(), key.ID, " my  phone ")
	if testkit.Must(t, renamed, err).Name != "my phone" {
		t.Errorf("renamed %q", renamed.Name)
	}
	testkit.Must(t, 0, w.Passkeys.Remove(other.Request(), key.ID))
	if got := events(w, ada)[:4]; !slices.Equal(got, []string{"passkey_removed", "sudo_granted", "login_succeeded", "passkey_added"}) {
		t.Errorf("events %v", got)
	}
	if got := w.Letters("ada@example.com"); !slices.Equal(got, []string{"passkey_added", "new_device", "passkey_removed"}) {
		t.Errorf("letters %v", got)
	}
	c, err = w.Passkeys.StartSignIn(w.Browser().Request())
	_, err2 = w.Passkeys.SignIn(w.Browser().Request(), d.answers(testkit.Must(t, c, err)))
	if wrong(err2) != " PASSKEY_REFUSED" {
		t.Errorf("the removed passkey: %v", err2)
	}
}

// What a passkey answers is worth nothing in another place, at another time, for
// another purpose or account, and without its holder.
func TestPasskeyAnswersAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		spoil   func(w *testkit.World, d *device)
		instead func(w *testkit.World, eve context.Context) (auth.Ceremony, error) // begun by somebody else
		then    func(p auth.PasskeyProof) auth.PasskeyProof
		failed  bool // it is known whose sign-in failed
	}{
		{name: "expired", spoil: func(w *testkit.World, _ *device) { w.Clock.Move(5 * time.Minute) }},
		{name: "without its holder", spoil: func(_ *testkit.World, d *device) { d.by.Options.UserNotVerified = true }, failed: true},
		{name: "without anybody", spoil: func(_ *testkit.World, d *device) { d.by.Options.UserNotPresent = true }, failed: true},
		{name: "on another site", spoil: func(_ *testkit.World, d *device) { d.site.Origin = "https://portico.test.evil.test" }, failed: true},
		{name: "on another port", spoil: func(_ *testkit.World, d *device) { d.site.Origin = "https://portico.test:8443" }, failed: true},
		{name: "without TLS", spoil: func(_ *testkit.World, d *device) { d.site.Origin = "http://portico.test" }, failed: true},
		{name: "for another site", spoil: func(_ *testkit.World, d *device) { d.site.ID = "evil.test" }, failed: true},
		{name: "of nobody", spoil: func(_ *testkit.World, d *device) { d.by.Options.UserHandle = nil }, failed: true},
		{name: "of somebody else", spoil: func(_ *testkit.World, d *device) { id := uuid.New(); d.by.Options.UserHandle = id[:] }, failed: true},
		{name: "with another key", spoil: func(_ *testkit.World, d *device) { d.key.Key = newDevice(d.t).key.Key }, failed: true},
		{name: "of an unknown passkey", spoil: func(_ *testkit.World, d *device) { d.key.ID = []byte("nobody knows this passkey, really") }},
		{name: "of a copy", spoil: func(_ *testkit.World, d *device) { d.key.Counter-- }, failed: true},
		{name: "begun for sudo mode", instead: func(w *testkit.World, ada context.Context) (auth.Ceremony, error) { return w.Passkeys.StartSudo(ada) }},
		{name: "begun to add", instead: func(w *testkit.World, ada context.Context) (auth.Ceremony, error) { return w.Passkeys.Start(ada) }},
		{name: "to no ceremony", then: func(p auth.PasskeyProof) auth.PasskeyProof { p.Ceremony = "cer_"; return p }},
		{name: "to a random one", then: func(p auth.PasskeyProof) auth.PasskeyProof {
			p.Ceremony = (&ent.Ceremony{ID: uuid.New()}).GlobalID().String()
			return p
		}},
		{name: "that is no answer", then: func(p auth.PasskeyProof) auth.PasskeyProof { p.Credential = "{}"; return p }},
		{name: "that is nothing", then: func(p auth.PasskeyProof) auth.PasskeyProof { p.Credential = ""; return p }},
	} {
		w := testkit.New(t)
		ada := w.Account("ada")
		d, key := add(t, w, ada)
		first, err := w.Passkeys.StartSignIn(ada) // so that the counter is not 0
		_, err2 := w.Passkeys.SignIn(w.Browser().Request(), d.answers(testkit.Must(t, first, err)))
		testkit.Must(t, 0, err2)
		was := w.DB.Passkey.GetX(ada, key.ID)
		begin := w.Passkeys.StartSignIn
		if c.instead != nil {
			begin = func(context.Context) (auth.Ceremony, error) { return c.instead(w, ada) }
		}
		begun, err := begin(w.Browser().Request())
		testkit.Must(t, begun, err)
		if c.spoil != nil {
			c.spoil(w, d)
		}
		proof := d.answers(begun)
		if c.then != nil {
			proof = c.then(proof)
		}
		before, b := events(w, ada), w.Browser()
		_, err = w.Passkeys.SignIn(b.Request(), proof)
		if wrong(err) != " PASSKEY_REFUSED" || len(b.Cookies) > 0 {
			t.Errorf("%s: %v, cookies %v", c.name, err, b.Cookies)
		}
		if now := events(w, ada); (len(now) > len(before)) != c.failed || c.failed && now[0] != "login_failed" {
			t.Errorf("%s left %v", c.name, now[:len(now)-len(before)])
		}
		if now := w.DB.Passkey.GetX(ada, key.ID); string(now.Credential) != string(was.Credential) {
			t.Errorf("%s changed the passkey", c.name)
		}
	}
}

// A ceremony is answered once, by the account that began it, for what it was
// begun for. Of many answers at once one is taken.
func TestPasskeyCeremoniesAreUsedOnce(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, eve := w.Account("ada"), w.Account("eve")
	d, _ := add(t, w, ada)
	c, err := w.Passkeys.StartSignIn(ada)
	proof := d.answers(testkit.Must(t, c, err))
	taken := make(chan bool, 20)
	for range cap(taken) {
		go func() {
			_, err := w.Passkeys.SignIn(w.Browser().Request(), proof)
			taken <- err == nil
		}()
	}
	n := 0
	for range cap(taken) {
		if <-taken {
			n++
		}
	}
	if n != 1 {
		t.Errorf("one answer was taken %d times", n)
	}
	c, err = w.Passkeys.Start(ada)
	made := newDevice(t).makes(testkit.Must(t, c, err))
	if _, err := w.Passkeys.Add(eve, made); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("another account's ceremony: %v", err)
	}
	key, err := w.Passkeys.Add(ada, made)
	testkit.Must(t, key, err)
	if _, err := w.Passkeys.Add(ada, made); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("the same again: %v", err)
	}
	add(t, w, eve)
	b := w.SignedIn("eve")
	c, err = w.Passkeys.StartSudo(ada)
	proof = d.answers(testkit.Must(t, c, err))
	if _, err := w.Passkeys.EnterSudo(b.Request(), proof); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("sudo mode by another account's ceremony: %v", err)
	}
	c, err = w.Passkeys.StartSudo(b.Request())
	if _, err := w.Passkeys.EnterSudo(b.Request(), d.answers(testkit.Must(t, c, err))); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("sudo mode by another account's passkey: %v", err)
	}
	c, err = w.Passkeys.StartSignIn(b.Request())
	if _, err := w.Passkeys.EnterSudo(b.Request(), d.answers(testkit.Must(t, c, err))); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("sudo mode by what was begun to sign in: %v", err)
	}
}

// What a browser makes that does not fit what was begun is not kept.
func TestPasskeysThatAreNotAdded(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, eve := w.Account("ada"), w.Account("eve")
	taken, _ := add(t, w, eve)
	long := strings.Repeat("a", 101)
	for _, c := range []struct {
		name, want string
		spoil      func(d *device)
		then       func(in auth.AddPasskey) auth.AddPasskey
	}{
		{"without its holder", " PASSKEY_REFUSED", func(d *device) { d.by.Options.UserNotVerified = true }, nil},
		{"on another site", " PASSKEY_REFUSED", func(d *device) { d.site.Origin = "https://evil.test" }, nil},
		{"for another site", " PASSKEY_REFUSED", func(d *device) { d.site.ID = "evil.test" }, nil},
		{"that somebody has", " PASSKEY_REFUSED", func(d *device) { d.key = taken.key }, nil},
		{"that is none", " PASSKEY_REFUSED", nil, func(in auth.AddPasskey) auth.AddPasskey { in.Credential = `{"id":"x"}`; return in }},
		{"too late", " PASSKEY_REFUSED", func(*device) { w.Clock.Move(5 * time.Minute) }, nil},
		{"with a long name", "name TOO_LONG", nil, func(in auth.AddPasskey) auth.AddPasskey { in.Name = &long; return in }},
	} {
		d := newDevice(t)
		begun, err := w.Passkeys.Start(ada)
		testkit.Must(t, begun, err)
		if c.spoil != nil {
			c.spoil(d)
		}
		in := d.makes(begun)
		if c.then != nil {
			in = c.then(in)
		}
		if _, err := w.Passkeys.Add(ada, in); wrong(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if got := events(w, ada); !slices.Equal(got, []string{"account_created"}) {
		t.Errorf("events %v", got)
	}
}

// An account has ten passkeys at most, also where two are added at once.
func TestPasskeysHaveALimit(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
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
	w := testkit.New(t)
	ada, eve := w.Account("ada"), w.Account("eve")
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
	w := testkit.New(t)
	ada := w.Account("ada")
	_, first := add(t, w, ada)
	_, second := add(t, w, ada)
	write(w, func(tx *ent.Tx) { tx.Account.Update().ClearPasswordHash().ExecX(ada) })
	testkit.Must(t, 0, w.Passkeys.Remove(ada, first.ID))
	if err := w.Passkeys.Remove(ada, second.ID); wrong(err) != " LAST_LOGIN_METHOD" {
		t.Errorf("the last one: %v", err)
	}
	if !w.DB.Passkey.Query().Where(passkey.ID(second.ID)).ExistX(ada) {
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
	w := testkit.New(t)
	ada := w.Account("ada")
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

func steps(w *testkit.World) int {
	return w.DB.PendingSignIn.Query().CountX(viewer.AsSystem(w.T.Context()))
}

// factor puts an authenticator app at one of its stages.
func factor(w *testkit.World, ctx context.Context, stage string) {
	if stage == "off" {
		return
	}
	write(w, func(tx *ent.Tx) {
		c := tx.Totp.Create().SetSecret([]byte("sealed")).SetCreatedAt(w.Clock.Now())
		if stage != "begun" {
			c.SetProvenAt(w.Clock.Now())
		}
		if stage == "on" {
			c.SetEnabledAt(w.Clock.Now())
		}
		c.ExecX(ctx)
	})
}

func write(w *testkit.World, do func(tx *ent.Tx)) {
	w.T.Helper()
	err := store.Do(w.T.Context(), w.DB, func(tx *ent.Tx) error { do(tx); return nil })
	testkit.Must(w.T, 0, err)
}

// R13: a passkey is both factors, whatever the second one is.
func TestR13_PasskeyAndTheSecondFactor(t *testing.T) {
	t.Parallel()
	for _, stage := range []string{"off", "begun", "proven", "on"} {
		w := testkit.New(t)
		ada := w.Account("ada")
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
	w := testkit.New(t)
	ada := w.Account("ada")
	d, _ := add(t, w, ada)
	try := func() error {
		c, err := w.Passkeys.StartSignIn(ada)
		_, err2 := w.Passkeys.SignIn(w.Browser().Request(), d.answers(testkit.Must(t, c, err)))
		return err2
	}
	write(w, func(tx *ent.Tx) { tx.Account.Update().SetSuspendedAt(w.Clock.Now()).ExecX(ada) })
	testkit.Must(t, 0, try())
	write(w, func(tx *ent.Tx) { tx.Account.Update().SetClosingAt(w.Clock.Now()).ExecX(ada) })
	if err := try(); wrong(err) != " ACCOUNT_CLOSING" || events(w, ada)[0] == "login_failed" {
		t.Errorf("a closing account: %v", err)
	}
}

// What is not ended in time is forgotten, and what is under way is not.
func TestSweepBegun(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
	_, err := w.Passkeys.StartSignIn(ada)
	testkit.Must(t, 0, err)
	w.Clock.Move(6 * time.Minute)
	c, err := w.Passkeys.Start(ada)
	testkit.Must(t, c, err)
	testkit.Must(t, 0, w.Parts.SweepBegun(t.Context()))
	if n := w.DB.Ceremony.Query().CountX(viewer.AsSystem(t.Context())); n != 1 {
		t.Errorf("%d ceremonies are left", n)
	}
	key, err := w.Passkeys.Add(ada, newDevice(t).makes(c))
	testkit.Must(t, key, err)
}
