package auth_test

import (
	"testing"
	"time"

	"portico/ent"
	entemailchange "portico/ent/emailchange"
	"portico/internal/testkit"
)

// Where the old mailbox is lost, it is told each day for a week; then the change
// takes effect by itself.
func TestLostMailboxWaitsAWeek(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	m := asksToMove(t, true)
	if l := m.Email(adaOld); l.Kind != "email_change_notice" || l.Button.Path != "/cancel-email-change" {
		t.Fatalf("%+v", l)
	}
	c, err := m.confirm(m.new)
	if testkit.Must(t, c, err); c.Applied() {
		t.Fatal("it took effect at once")
	}
	p, err := m.Emails.Pending(m.b.Request())
	if testkit.Must(t, p, err); !p.DueAt.Equal(p.CreatedAt.Add(7*day)) || p.OldConfirmedAt != nil {
		t.Errorf("%+v", p)
	}
	for i := 1; i < 7; i++ {
		m.Clock.Move(day)
		for range 2 { // twice changes nothing
			m.emailsDue()
		}
		if n := emails(m.World, adaOld, "email_change_notice"); n != i+1 || row(m.World, "ada").Email != adaOld {
			t.Fatalf("day %d: %d notices to %s", i, n, row(m.World, "ada").Email)
		}
	}
	m.Clock.Move(day)
	m.emailsDue()
	if a := row(m.World, "ada"); a.Email != adaNew || m.Email(adaOld).Kind != "email_changed" || emails(m.World, adaOld, "email_change_notice") != 7 {
		t.Errorf("%s, %v", a.Email, m.EmailKinds(adaOld))
	}
	if got := events(m.World, "ada", 1); got[0] != "email_changed" {
		t.Errorf("%v", got)
	}
}

// The links of all those notices cancel, the first one too.
func TestEachNoticeCancels(t *testing.T) {
	t.Parallel()
	for _, first := range []bool{true, false} {
		m := asksToMove(t, true)
		c, err := m.confirm(m.new)
		testkit.Must(t, c, err)
		secret := m.old
		m.Clock.Move(3 * 24 * time.Hour)
		m.emailsDue()
		if !first {
			secret = m.Email(adaOld).Button.Secret
		}
		stays, err := m.Emails.CancelByLink(m.Browser().Request(), secret)
		if err != nil || stays != adaOld {
			t.Errorf("%s, %v", stays, err)
		}
		m.Clock.Move(10 * 24 * time.Hour)
		m.emailsDue()
		if a := row(m.World, "ada"); a.Email != adaOld || m.state() != entemailchange.StateCANCELLED {
			t.Errorf("%s, %s", a.Email, m.state())
		}
	}
}

// Without the new mailbox nothing takes effect; with a taken address neither, and
// the owner is told.
func TestLostMailboxThatComesToNothing(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, true)
	m.Clock.Move(8 * 24 * time.Hour)
	m.emailsDue()
	if a := row(m.World, "ada"); a.Email != adaOld || m.state() != entemailchange.StateCANCELLED || emails(m.World, adaOld, "email_change_notice") != 1 {
		t.Errorf("not confirmed: %s, %s, %v", a.Email, m.state(), m.EmailKinds(adaOld))
	}
	m = asksToMove(t, true)
	c, err := m.confirm(m.new)
	testkit.Must(t, c, err)
	m.Account("eve")
	edit(m.World, "eve", func(u *ent.AccountUpdateOne) { u.SetEmailKey("ada@new.example") })
	m.Clock.Move(7 * 24 * time.Hour)
	m.emailsDue()
	if a := row(m.World, "ada"); a.Email != adaOld || m.state() != entemailchange.StateCANCELLED || m.Email(adaOld).Kind != "email_change_cancelled" {
		t.Errorf("taken: %s, %s, %v", a.Email, m.state(), m.EmailKinds(adaOld))
	}
}
