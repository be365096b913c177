package auth_test

import (
	"testing"
	"time"

	"portico/ent"
	entemailchange "portico/ent/emailchange"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// stolen is ada's account, whose address was changed by somebody else, and the
// secret that was emailed to the old one.
func stolen(t *testing.T) (m *moving, back string) {
	t.Helper()
	m = asksToMove(t, false)
	return m, m.moves()
}

// deletes confirms the deletion, by the email to the address that the account has now.
func (m *moving) deletes() (due time.Time) {
	m.T.Helper()
	due, err := m.Deletions.Confirm(m.Browser().Request(), asked(m.T.(*testing.T), m.World, m.b, row(m.World, "ada").Email))
	return testkit.Must(m.T, due, err)
}

// R64: whoever changed the address and deletes the account does not cut off the old
// address: it is told, and the link that it has, as the one that it gets, work until
// the data is removed and cancel the deletion.
func TestR64_AnOldAddressCancelsTheDeletion(t *testing.T) {
	t.Parallel()
	for _, which := range []string{"the link from before", "the link of the warning"} {
		m, back := stolen(t)
		m.deletes()
		warning := m.Email(adaOld)
		if warning.Kind != "account_deletion_warning" || warning.Button.Path != "/revert-email-change" {
			t.Fatalf("the email is %+v", warning)
		}
		if which != "the link from before" {
			back = warning.Button.Secret
		}
		m.Clock.Move(testkit.Grace - time.Second)
		email, err := m.Emails.Revert(m.Browser().Request(), back)
		if testkit.Must(t, email, err); email != adaOld {
			t.Errorf("%s: %s", which, email)
		}
		if got := events(m.World, "ada", 2); got[1] != "account_deletion_cancelled" || got[0] != "email_changed" {
			t.Errorf("%s: events %v", which, got)
		}
		m.resets()
		m.Clock.Move(time.Hour)
		testkit.Must(t, 0, m.Deletions.RemoveJob().Run(t.Context()))
		if a := row(m.World, "ada"); a.ClosingAt != nil || a.Email != adaOld {
			t.Errorf("%s: %+v", which, a)
		}
		if !signsIn(m.World, "ada", another) {
			t.Errorf("%s: she cannot sign in", which)
		}
	}
}

// R64: once the data is due to be removed, nothing brings the account back.
func TestR64_ADueDeletionCannotBeReverted(t *testing.T) {
	t.Parallel()
	m, back := stolen(t)
	m.Deletions.Grace = 8 * 24 * time.Hour
	m.deletes()
	m.Clock.Move(8 * 24 * time.Hour)
	if _, err := m.Emails.Revert(m.Browser().Request(), back); wrong(err) != "token LINK_INVALID" {
		t.Errorf("%v", err)
	}
	testkit.Must(t, 0, m.Deletions.RemoveJob().Run(t.Context()))
	if n := m.DB.Account.Query().CountX(viewer.AsSystem(t.Context())); n != 1 || len(m.EmailKinds(adaOld)) != 0 {
		t.Errorf("emails to the old address are left: %v", m.EmailKinds(adaOld))
	}
}

// R64: also where the operator gives no grace, the data stays for as long as an old
// address can take the account back.
func TestR64_WithoutGraceTheOldAddressHasItsTime(t *testing.T) {
	t.Parallel()
	m, back := stolen(t)
	m.Deletions.Grace = 0
	m.Clock.Move(24 * time.Hour)
	d, err := m.Deletions.Deletion(m.b.Request())
	if testkit.Must(t, d, err); d.GraceDays != 6 {
		t.Errorf("she is told of %d days", d.GraceDays)
	}
	if due := m.deletes(); !due.Equal(m.Clock.Now().Add(6 * 24 * time.Hour)) {
		t.Errorf("due at %v, now is %v", due, m.Clock.Now())
	}
	testkit.Must(t, 0, m.Deletions.RemoveJob().Run(t.Context()))
	email, err := m.Emails.Revert(m.Browser().Request(), back)
	testkit.Must(t, email, err)
}

// R64: an address that can't take the account back is not told of its deletion, nor
// is the account's own a second time.
func TestR64_WhoIsNotWarned(t *testing.T) {
	t.Parallel()
	m, back := stolen(t)
	email, err := m.Emails.Revert(m.Browser().Request(), back)
	testkit.Must(t, email, err)
	m.resets()
	_, err = m.Accounts.SignIn(m.b.Request(), signin.SignIn{Login: "ada", Password: another})
	testkit.Must(t, 0, err)
	m.deletes()
	if n := emails(m.World, adaNew, "account_deletion_warning") + emails(m.World, adaOld, "account_deletion_warning"); n != 0 {
		t.Errorf("after it took the account back: %d warnings", n)
	}
	m, _ = stolen(t)
	m.Clock.Move(7 * 24 * time.Hour)
	m.deletes()
	if n := emails(m.World, adaOld, "account_deletion_warning"); n != 0 {
		t.Errorf("after its time: %d warnings", n)
	}
}

// R64: the next address, which reverts its own change, does not void the link of the
// one before.
func TestR64_EachOldAddressKeepsItsOwnLink(t *testing.T) {
	t.Parallel()
	m, back := stolen(t)
	m.Clock.Move(time.Minute)
	_, err := m.Emails.RequestChange(m.b.Request(), "ada@third.example", false)
	testkit.Must(t, 0, err)
	m.new, m.old = m.Email("ada@third.example").Button.Secret, m.Email(adaNew).Button.Secret
	m.moves()
	thief := m.Email(adaNew).Button.Secret
	email, err := m.Emails.Revert(m.Browser().Request(), thief)
	if testkit.Must(t, email, err); email != adaNew {
		t.Fatalf("it is %s", email)
	}
	email, err = m.Emails.Revert(m.Browser().Request(), back)
	if testkit.Must(t, email, err); email != adaOld {
		t.Errorf("it is %s", email)
	}
}

// A change of email that waits ends with the deletion: its links are void, so that
// nobody could cancel it.
func TestADeletionCancelsThePendingChange(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, true)
	m.deletes()
	if m.state() != entemailchange.StateCANCELLED {
		t.Errorf("it is %s", m.state())
	}
}

// The old address takes a change back for a week, whatever was changed after it.
func TestRevertEmailChange(t *testing.T) {
	t.Parallel()
	for _, again := range []bool{false, true} {
		m := asksToMove(t, false)
		back := m.moves()
		if again { // who has it moves on to a third one
			_, err := m.Emails.RequestChange(m.b.Request(), "ada@third.example", false)
			testkit.Must(t, 0, err)
			m.new, m.old = m.Email("ada@third.example").Button.Secret, m.Email(adaNew).Button.Secret
			m.moves()
		}
		_, err := m.Emails.RequestChange(m.b.Request(), "ada@fourth.example", false)
		testkit.Must(t, 0, err)
		testkit.Must(t, 0, m.Recovery.Request(m.Browser().Request(), row(m.World, "ada").Email))
		testkit.Must(t, 0, m.Recovery.AnswerJob().Run(t.Context()))
		reset := m.Email(row(m.World, "ada").Email).Button.Secret
		m.Clock.Move(10 * time.Minute)
		email, err := m.Emails.Revert(m.Browser().Request(), back)
		if testkit.Must(t, email, err); email != adaOld || row(m.World, "ada").EmailKey != adaOld {
			t.Errorf("%s, %+v", email, row(m.World, "ada"))
		}
		if _, ok := viewer.From(m.b.Request()); ok {
			t.Error("the session goes on")
		}
		_, err = m.Recovery.Reset(m.Browser().Request(), reset, "another fine password")
		if wrong(err) != "token LINK_INVALID" {
			t.Errorf("R18: the reset link that the new address got: %v", err)
		}
		if m.state() != entemailchange.StateCANCELLED || m.DB.EmailChange.Query().Where(entemailchange.StateEQ(entemailchange.StateREVERTED)).CountX(viewer.AsSystem(t.Context())) != map[bool]int{false: 1, true: 2}[again] {
			t.Error("a change is under way still, or one that was applied is not reverted")
		}
		if got := events(m.World, "ada", 1); got[0] != "email_changed" || m.Email(adaOld).Kind != "email_changed" {
			t.Errorf("%v, %+v", got, m.Email(adaOld))
		}
		if _, err := m.Emails.Revert(m.Browser().Request(), back); wrong(err) != "token LINK_INVALID" {
			t.Errorf("again: %v", err)
		}
	}
}

func TestRevertHasItsTimeAndItsLimits(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, false)
	back := m.moves()
	m.Account("eve")
	edit(m.World, "eve", func(u *ent.AccountUpdateOne) { u.SetEmailKey(adaOld) })
	if _, err := m.Emails.Revert(m.Browser().Request(), back); wrong(err) != " TAKEN" {
		t.Errorf("taken: %v", err)
	}
	edit(m.World, "eve", func(u *ent.AccountUpdateOne) { u.SetEmailKey("eve@example.com") })
	m.Clock.Move(7 * 24 * time.Hour)
	if _, err := m.Emails.Revert(m.Browser().Request(), back); wrong(err) != "token LINK_INVALID" || row(m.World, "ada").Email != adaNew {
		t.Errorf("too late: %v", err)
	}
}
