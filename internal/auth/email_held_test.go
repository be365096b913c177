package auth_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/link"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// spellings are ways to write ada's old address, all of them one mailbox.
var spellings = []string{adaOld, "ADA@example.com", "ａda@EXAMPLE.com"}

// R64: an old address that can revert a change of email is taken until then, whether
// or not the account is being deleted: whoever changed the email can't keep it from
// its owner by signing up with it.
func TestR64_AnOldAddressIsHeldForItsOwner(t *testing.T) {
	t.Parallel()
	for _, deleted := range []bool{false, true} {
		m, back := stolen(t)
		if deleted {
			m.deletes()
			m.Clock.Move(testkit.Grace - time.Hour)
		}
		m.Verified("eve")
		for _, address := range spellings {
			_, up := m.Accounts.SignUp(m.Browser().Request(), signin.SignUp{Username: "thief", Email: address, Password: testkit.Password})
			if wrong(up) != "email TAKEN" || up.Error() != "An account with this email already exists. Sign in instead." {
				t.Errorf("sign-up with %s: %v", address, up)
			}
			if _, err := m.Emails.RequestChange(m.SignedIn("eve").Request(), address, false); wrong(err) != "email TAKEN" {
				t.Errorf("change to %s: %v", address, err)
			}
		}
		email, err := m.Emails.Revert(m.Browser().Request(), back)
		if testkit.Must(t, email, err); email != adaOld {
			t.Errorf("it is %s", email)
		}
	}
}

// R64: a change that was asked for while the address was free does not take it either.
func TestR64_APendingChangeDoesNotTakeAHeldAddress(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, false)
	m.Account("eve")
	_, err := m.Emails.RequestChange(m.SignedIn("eve").Request(), adaNew, false)
	testkit.Must(t, 0, err)
	eves := m.Email(adaNew).Button.Secret
	m.moves()
	_, err = m.Emails.RequestChange(m.b.Request(), "ada@third.example", false)
	testkit.Must(t, 0, err)
	m.new, m.old = m.Email("ada@third.example").Button.Secret, m.Email(adaNew).Button.Secret
	m.moves()
	if _, err := m.confirm(eves); wrong(err) != " TAKEN" {
		t.Errorf("%v", err)
	}
}

// R64: the account itself can go back to its address, and others can have it once
// nothing brings it back.
func TestR64_AHeldAddressIsFreeInTheEnd(t *testing.T) {
	t.Parallel()
	m, _ := stolen(t)
	_, err := m.Emails.RequestChange(m.b.Request(), adaOld, false)
	testkit.Must(t, 0, err)
	m.Clock.Move(7 * 24 * time.Hour)
	signUp := func(w *testkit.World) error {
		_, err := w.Accounts.SignUp(w.Browser().Request(), signin.SignUp{Username: "other", Email: adaOld, Password: testkit.Password})
		return err
	}
	if err := signUp(m.World); err != nil {
		t.Errorf("after its time: %v", err)
	}
	m, _ = stolen(t)
	m.deletes()
	m.Clock.Move(testkit.Grace)
	testkit.Must(t, 0, m.Deletions.RemoveJob().Run(t.Context()))
	if err := signUp(m.World); err != nil {
		t.Errorf("once the account is removed: %v", err)
	}
}

// R64, R23: GitHub makes no account at a held address.
func TestR64_R23_GithubDoesNotTakeAHeldAddress(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	p.Verified("ada")
	a := p.SignedIn("ada")
	_, err := p.Emails.RequestChange(a.Request(), adaNew, false)
	testkit.Must(t, 0, err)
	m := &moving{World: p.World, b: a, new: p.Email(adaNew).Button.Secret, old: p.Email(adaOld).Button.Secret}
	back := m.moves()
	if next := p.comes(p.Browser(), someone(7, "octocat", adaOld)); next != "/sign-in?github=taken" {
		t.Errorf("came to %s", next)
	}
	if p.DB.Account.Query().Where(account.EmailKey(adaOld)).ExistX(viewer.AsSystem(t.Context())) {
		t.Error("an account was made")
	}
	email, err := p.Emails.Revert(p.Browser().Request(), back)
	testkit.Must(t, email, err)
}

// R69: whether an address is held costs the same, however many addresses of others are.
func TestR69_ManyHeldAddressesCostNothing(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	eve := w.Account("eve")
	const others = 300
	write(w, func(tx *ent.Tx) {
		rows := make([]*ent.LinkCreate, others)
		for i := range rows {
			rows[i] = tx.Link.Create().SetAccountID(viewer.ID(eve)).SetPurpose(link.PurposeREVERT_EMAIL).SetDigest([]byte{byte(i >> 8), byte(i)}).
				SetSubject(uuid.NewString()).SetHeldKey(fmt.Sprintf("eve-%d@example.com", i)).SetCreatedAt(w.Clock.Now()).SetExpiresAt(w.Clock.Now().Add(time.Hour))
		}
		testkit.Must(t, 0, tx.Link.CreateBulk(rows...).Exec(eve))
	})
	ctx, statements := testkit.Counting(viewer.AsSystem(t.Context()))
	held, err := w.Links.Held(ctx, w.DB.Link, uuid.Nil, "eve-7@example.com")
	if !testkit.Must(t, held, err) {
		t.Error("it is not held")
	}
	for _, s := range statements.All() {
		testkit.CheckReads(t, w.DB, s, 10)
		if w.DB.Dialect() == dialect.SQLite && !strings.Contains(strings.Join(testkit.QueryPlan(t, w.DB, s), "\n"), "held_key") {
			t.Errorf("found by %v", testkit.QueryPlan(t, w.DB, s))
		}
	}
}
