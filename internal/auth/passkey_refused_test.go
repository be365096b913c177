package auth_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/passkey"
	"portico/internal/testkit"
)

// What a passkey answers is worth nothing in another place, at another time, for
// another purpose or account, and without its holder.
func TestPasskeyAnswersAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		spoil   func(w *testkit.World, d *device)
		instead func(w *testkit.World, eve context.Context) (passkey.Ceremony, error) // begun by somebody else
		then    func(p passkey.Proof) passkey.Proof
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
		{name: "begun for sudo mode", instead: func(w *testkit.World, ada context.Context) (passkey.Ceremony, error) {
			return w.Passkeys.StartSudo(ada)
		}},
		{name: "begun to add", instead: func(w *testkit.World, ada context.Context) (passkey.Ceremony, error) { return w.Passkeys.Start(ada) }},
		{name: "to no ceremony", then: func(p passkey.Proof) passkey.Proof { p.Ceremony = "cer_"; return p }},
		{name: "to a random one", then: func(p passkey.Proof) passkey.Proof {
			p.Ceremony = (&ent.Ceremony{ID: uuid.New()}).GlobalID().String()
			return p
		}},
		{name: "that is no answer", then: func(p passkey.Proof) passkey.Proof { p.Credential = "{}"; return p }},
		{name: "that is nothing", then: func(p passkey.Proof) passkey.Proof { p.Credential = ""; return p }},
	} {
		w, ada := testkit.WithAccount(t, "ada")
		d, key := add(t, w, ada)
		first, err := w.Passkeys.StartSignIn(ada) // so that the counter is not 0
		_, err2 := w.Passkeys.SignIn(w.Browser().Request(), d.answers(testkit.Must(t, first, err)))
		testkit.Must(t, 0, err2)
		was := w.DB.Passkey.GetX(ada, key.ID)
		begin := w.Passkeys.StartSignIn
		if c.instead != nil {
			begin = func(context.Context) (passkey.Ceremony, error) { return c.instead(w, ada) }
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
		before, b := happened(w, ada), w.Browser()
		_, err = w.Passkeys.SignIn(b.Request(), proof)
		if wrong(err) != " PASSKEY_REFUSED" || len(b.Cookies) > 0 {
			t.Errorf("%s: %v, cookies %v", c.name, err, b.Cookies)
		}
		if now := happened(w, ada); (len(now) > len(before)) != c.failed || c.failed && now[0] != "login_failed" {
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
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
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
	if _, err := sudoBy(w, b.Request(), proof); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("sudo mode by another account's ceremony: %v", err)
	}
	c, err = w.Passkeys.StartSudo(b.Request())
	if _, err := sudoBy(w, b.Request(), d.answers(testkit.Must(t, c, err))); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("sudo mode by another account's passkey: %v", err)
	}
	c, err = w.Passkeys.StartSignIn(b.Request())
	if _, err := sudoBy(w, b.Request(), d.answers(testkit.Must(t, c, err))); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("sudo mode by what was begun to sign in: %v", err)
	}
	hers, _ := add(t, w, eve)
	c, err = w.Passkeys.Start(b.Request())
	if _, err := sudoBy(w, b.Request(), hers.answers(testkit.Must(t, c, err))); wrong(err) != " PASSKEY_REFUSED" {
		t.Errorf("sudo mode by what was begun to add: %v", err)
	}
	w.Clock.Move(time.Second) // the fifth try waits
	c, err = w.Passkeys.StartSudo(b.Request())
	if _, err := sudoBy(w, b.Request(), hers.answers(testkit.Must(t, c, err))); err != nil {
		t.Errorf("sudo mode as it should be: %v", err)
	}
}

// What a browser makes that does not fit what was begun is not kept.
func TestPasskeysThatAreNotAdded(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	taken, _ := add(t, w, eve)
	long := strings.Repeat("a", 101)
	for _, c := range []struct {
		name, want string
		spoil      func(d *device)
		then       func(in passkey.AddPasskey) passkey.AddPasskey
	}{
		{"without its holder", " PASSKEY_REFUSED", func(d *device) { d.by.Options.UserNotVerified = true }, nil},
		{"on another site", " PASSKEY_REFUSED", func(d *device) { d.site.Origin = "https://evil.test" }, nil},
		{"for another site", " PASSKEY_REFUSED", func(d *device) { d.site.ID = "evil.test" }, nil},
		{"that somebody has", " PASSKEY_REFUSED", func(d *device) { d.key = taken.key }, nil},
		{"that is none", " PASSKEY_REFUSED", nil, func(in passkey.AddPasskey) passkey.AddPasskey { in.Credential = `{"id":"x"}`; return in }},
		{"too late", " PASSKEY_REFUSED", func(*device) { w.Clock.Move(5 * time.Minute) }, nil},
		{"with a long name", "name TOO_LONG", nil, func(in passkey.AddPasskey) passkey.AddPasskey { in.Name = &long; return in }},
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
	if got := happened(w, ada); !slices.Equal(got, []string{"account_created"}) {
		t.Errorf("events %v", got)
	}
}
