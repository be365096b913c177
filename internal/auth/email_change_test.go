package auth_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/ent"
	entemailchange "portico/ent/emailchange"
	"portico/ent/mail"
	"portico/internal/emailchange"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A moving is ada, who asked for another address.
type moving struct {
	*testkit.World
	b        *testkit.Browser
	new, old string // the secrets that were emailed
}

const (
	adaOld = "ada@example.com"
	adaNew = "Ada@new.example"
)

// emailsDue does what is due with changes of address.
func (m *moving) emailsDue() {
	m.T.Helper()
	m.RunDue(m.Emails.ExpireJob(), m.Emails.ApplyJob(), m.Emails.RemindJob())
}

func asksToMove(t *testing.T, oldLost bool) *moving {
	m := &moving{World: testkit.New(t)}
	ada := m.Account("ada")
	provenAddress(m.World, "ada")
	m.b = m.SignedIn("ada")
	if oldLost {
		testkit.Must(t, 0, store.Do(ada, m.DB, func(tx *ent.Tx) error {
			return tx.Totp.Create().SetSecret([]byte("x")).SetCreatedAt(m.Clock.Now()).SetEnabledAt(m.Clock.Now()).Exec(ada)
		}))
	}
	a, err := m.Emails.RequestChange(m.b.Request(), adaNew, oldLost)
	if testkit.Must(t, a, err); a.Email != adaOld {
		t.Fatalf("it took effect at once: %+v", a)
	}
	m.new, m.old = m.Email(adaNew).Button.Secret, m.Email(adaOld).Button.Secret
	return m
}

// provenAddress has an account's address verified.
func provenAddress(w *testkit.World, name string) {
	edit(w, name, func(u *ent.AccountUpdateOne) { u.SetEmailVerifiedAt(w.Clock.Now()) })
}

// confirm follows a emailed link, as nobody.
func (m *moving) confirm(secret string) (emailchange.Confirmation, error) {
	return m.Emails.Confirm(m.Browser().Request(), secret)
}

// moves has both confirm, and returns the secret that takes it back.
func (m *moving) moves() string {
	m.T.Helper()
	for _, secret := range []string{m.new, m.old} {
		c, err := m.confirm(secret)
		testkit.Must(m.T, c, err)
	}
	return m.Email(adaOld).Button.Secret
}

func (m *moving) state() entemailchange.State {
	return m.DB.EmailChange.Query().Order(ent.Desc(entemailchange.FieldID)).FirstX(viewer.AsSystem(m.T.Context())).State
}

func TestEmailChangesOnceBothConfirmed(t *testing.T) {
	t.Parallel()
	for _, newFirst := range []bool{true, false} {
		m := asksToMove(t, false)
		if l := m.Email(adaOld); l.Kind != "confirm_old_email" || l.Button.Path != "/confirm-email-change" ||
			l.Other.Path != "/cancel-email-change" || l.Other.Secret != l.Button.Secret || !strings.Contains(l.Lines[0], adaNew) {
			t.Errorf("to the old address: %+v", l)
		}
		first, second := m.new, m.old
		if !newFirst {
			first, second = m.old, m.new
		}
		c, err := m.confirm(first)
		if testkit.Must(t, c, err); c.Applied() || c.NewEmail != adaNew || row(m.World, "ada").Email != adaOld {
			t.Errorf("after the first: %+v", c)
		}
		p, err := m.Emails.Pending(m.b.Request())
		if testkit.Must(t, p, err); (p.NewConfirmedAt != nil) != newFirst || (p.OldConfirmedAt != nil) == newFirst || p.DueAt != nil {
			t.Errorf("under way is %+v", p)
		}
		if _, err := m.confirm(first); wrong(err) != "token LINK_INVALID" {
			t.Errorf("the first, again: %v", err)
		}
		c, err = m.confirm(second)
		if testkit.Must(t, c, err); !c.Applied() {
			t.Errorf("after the second: %+v", c)
		}
		if a := row(m.World, "ada"); a.Email != adaNew || a.EmailKey != "ada@new.example" || a.EmailVerifiedAt == nil || m.state() != entemailchange.StateAPPLIED {
			t.Errorf("%+v", a)
		}
		if got := events(m.World, "ada", 2); !slices.Equal(got, []string{"email_changed", "email_change_requested"}) {
			t.Errorf("events %v", got)
		}
		if got := m.EmailKinds(adaNew); !slices.Equal(got, []string{"confirm_new_email", "email_changed"}) {
			t.Errorf("to the new address: %v", got)
		}
		if l := m.Email(adaOld); l.Kind != "email_changed" || l.Button.Path != "/revert-email-change" || l.Button.Secret == "" {
			t.Errorf("to the old address: %+v", l)
		}
		if p, err := m.Emails.Pending(m.b.Request()); p != nil || err != nil {
			t.Errorf("under way is still %v, %v", p, err)
		}
		if _, err := m.Accounts.SignIn(m.Browser().Request(), signin.SignIn{Login: "ada@NEW.example", Password: testkit.Password}); err != nil {
			t.Errorf("signing in with the new address: %v", err)
		}
	}
}

func TestWhatStandsAgainstAnotherAddress(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	provenAddress(w, "ada")
	w.Account("eve")
	b := w.SignedIn("ada")
	for _, c := range []struct {
		address string
		lost    bool
		want    string
	}{
		{"", false, "email REQUIRED"},
		{"ada", false, "email MALFORMED"},
		{"ADA@example.com ", false, "email UNCHANGED"},
		{"Eve@Example.com", false, "email TAKEN"},
		{"ada@new.example", true, "oldMailboxLost SECOND_FACTOR_NEEDED"},
	} {
		if _, err := w.Emails.RequestChange(b.Request(), c.address, c.lost); wrong(err) != c.want {
			t.Errorf("%q: %s, want %s", c.address, wrong(err), c.want)
		}
	}
	if n := w.DB.Mail.Query().Where(mail.KindNEQ("new_device")).CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d emails", n)
	}
	w.Clock.Move(time.Hour)
	for i := range 6 {
		_, err := w.Emails.RequestChange(b.Request(), fmt.Sprintf("ada-%d@new.example", i), false)
		if want := map[bool]string{true: "<nil>", false: " LIMIT_REACHED"}[i < 5]; wrong(err) != want {
			t.Errorf("request %d: %v", i, err)
		}
	}
}

// What ends a change before it takes effect, and with it both links.
func TestEmailChangesEnd(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(m *moving) error{
		"another one": func(m *moving) error {
			_, err := m.Emails.RequestChange(m.b.Request(), "ada@third.example", false)
			return err
		},
		"its owner": func(m *moving) error {
			stays, err := m.Emails.Cancel(m.b.Request())
			if err == nil && stays != adaOld {
				t.Errorf("%s stays", stays)
			}
			return err
		},
		"the old mailbox": func(m *moving) error {
			_, err := m.Emails.CancelByLink(m.Browser().Request(), m.old)
			return err
		},
		"its time":            func(m *moving) error { m.Clock.Move(24 * time.Hour); return nil },
		"its time, swept too": func(m *moving) error { m.Clock.Move(24 * time.Hour); m.emailsDue(); return nil },
	} {
		m := asksToMove(t, false)
		testkit.Must(t, 0, end(m))
		for _, secret := range []string{m.new, m.old} {
			if _, err := m.confirm(secret); wrong(err) != "token LINK_INVALID" {
				t.Errorf("%s: %v", name, err)
			}
		}
		if a := row(m.World, "ada"); a.Email != adaOld {
			t.Errorf("%s: %s", name, a.Email)
		}
		if _, err := m.Emails.Cancel(m.b.Request()); (wrong(err) == " NOT_ON") != (name != "another one") {
			t.Errorf("%s, then cancelled: %v", name, err)
		}
	}
}

// The new mailbox cannot cancel, and the secret of one purpose is good for no other.
func TestLinksAreForOnePurpose(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, false)
	nobody := m.Browser().Request()
	_, verify := m.Emails.Verify(nobody, m.new)
	_, revert := m.Emails.Revert(nobody, m.old)
	_, cancel := m.Emails.CancelByLink(nobody, m.new)
	_, reset := m.Recovery.Reset(nobody, m.old, "another fine password")
	for _, err := range []error{verify, revert, cancel, reset, m.Accounts.Unlock(nobody, m.old)} {
		if wrong(err) != "token LINK_INVALID" {
			t.Errorf("%v", err)
		}
	}
	if row(m.World, "ada").Email != adaOld || m.state() != entemailchange.StatePENDING {
		t.Error("something came of it")
	}
}

// Somebody else may take the address meanwhile: that is told, and nothing is lost.
func TestAddressTakenMeanwhile(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, false)
	c, err := m.confirm(m.new)
	testkit.Must(t, c, err)
	m.Account("eve")
	edit(m.World, "eve", func(u *ent.AccountUpdateOne) { u.SetEmailKey("ada@new.example") })
	if _, err := m.confirm(m.old); wrong(err) != " TAKEN" || m.state() != entemailchange.StatePENDING {
		t.Errorf("%v, %s", err, m.state())
	}
	edit(m.World, "eve", func(u *ent.AccountUpdateOne) { u.SetEmailKey("eve@example.com") })
	if c, err := m.confirm(m.old); err != nil || !c.Applied() {
		t.Errorf("the link was used up: %v, %+v", err, c)
	}
}

// An address that was never verified may be a stranger's: it is not asked, is told
// nothing, and cannot take the account.
func TestUnverifiedAddressIsNotAsked(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	before := w.EmailKinds(adaOld)
	_, err := w.Emails.RequestChange(ada, adaNew, true)
	testkit.Must(t, 0, err)
	c, err := w.Emails.Confirm(w.Browser().Request(), w.Email(adaNew).Button.Secret)
	if testkit.Must(t, c, err); !c.Applied() || row(w, "ada").Email != adaNew {
		t.Errorf("it did not take effect: %+v", c)
	}
	if after := w.EmailKinds(adaOld); !slices.Equal(after, before) {
		t.Errorf("the old address was told: %v", after)
	}
	if n := w.DB.Link.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d links lead back", n)
	}
}

// A link works only in the state that its change of email is in when the link is
// emailed: this holds by itself, also if a link were left over.
func TestALinkIsDeadOnceItsChangeIsInAnotherState(t *testing.T) {
	t.Parallel()
	check := func(m *moving) error { return second(m.Emails.Check(t.Context(), m.new)) }
	confirm := func(m *moving) error { return second(m.confirm(m.new)) }
	for _, c := range []struct {
		name    string
		state   entemailchange.State
		applied bool
		follow  func(m *moving) error
	}{
		{"check after a cancellation", entemailchange.StateCANCELLED, false, check},
		{"confirm after a cancellation", entemailchange.StateCANCELLED, false, confirm},
		{"confirm what is applied", entemailchange.StateAPPLIED, false, confirm},
		{"revert what is reverted", entemailchange.StateREVERTED, true, func(m *moving) error {
			return second(m.Emails.Revert(m.Browser().Request(), m.Email(adaOld).Button.Secret))
		}},
	} {
		m := asksToMove(t, false)
		if c.applied {
			m.moves()
		}
		write(m.World, func(tx *ent.Tx) { tx.EmailChange.Update().SetState(c.state).ExecX(viewer.AsSystem(t.Context())) })
		was := row(m.World, "ada").Email
		if err := c.follow(m); wrong(err) != "token LINK_INVALID" || row(m.World, "ada").Email != was {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
