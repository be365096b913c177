package auth_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/page"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Who exists is not to be learnt by asking for a reset: what is done, counted in
// statements, and what is said are the same.
func TestAnUnknownAddressCostsTheSame(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	w.Account("gone")
	edit(w, "gone", func(u *ent.AccountUpdateOne) { u.SetClosingAt(w.Clock.Now()) })
	counts := map[string]int{}
	for _, address := range []string{"first@example.com", "ada@example.com", "gone@example.com", "nobody@example.com", "ada@example.com"} {
		ctx, statements := testkit.Counting(w.Browser().Request())
		testkit.Must(t, 0, w.Recovery.Request(ctx, address))
		counts[address] = statements.Count()
	}
	delete(counts, "first@example.com") // the first of a network begins its count
	for address, n := range counts {
		if n == 0 || n != counts["ada@example.com"] {
			t.Errorf("%s costs %d statements, ada %d", address, n, counts["ada@example.com"])
		}
	}
	testkit.Must(t, 0, w.Recovery.AnswerJob().Run(t.Context()))
	if n := w.DB.Mail.Query().CountX(viewer.AsSystem(t.Context())); n != 2 {
		t.Errorf("%d emails, want ada's 2", n)
	}
	if n := w.DB.ResetRequest.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d requests are left", n)
	}
}

// 3 an hour per account, 10 an hour per network, and nobody is told.
func TestResetsAreSilentBeyondTheirNumber(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Verified("ada")
	for range 2 {
		for range 5 {
			asksReset(w, "ada@example.com")
		}
		w.Clock.Move(time.Hour)
	}
	if n := emails(w, "ada@example.com", "reset_password"); n != 6 {
		t.Errorf("%d emails in two hours", n)
	}
	w = testkit.New(t)
	for i := range 12 {
		w.Account(fmt.Sprintf("ada-%d", i))
		asksReset(w, fmt.Sprintf("ada-%d@example.com", i))
	}
	if n := w.DB.Mail.Query().CountX(viewer.AsSystem(t.Context())); n != 10 {
		t.Errorf("%d emails from one network", n)
	}
	b := w.Browser()
	b.Address = "198.51.100.1"
	testkit.Must(t, 0, w.Recovery.Request(b.Request(), "ada-11@example.com"))
	testkit.Must(t, 0, w.Recovery.AnswerJob().Run(t.Context()))
	if n := emails(w, "ada-11@example.com", "reset_password"); n != 1 {
		t.Errorf("%d emails from another network", n)
	}
}

// The event and the email tell where a reset was asked for, although the worker
// makes them.
func TestResetRequestTellsWhereFrom(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	asksReset(w, "ada@example.com")
	c, err := w.Log.Page(ada, viewer.ID(ada), page.Args{}, timeline.Filter{})
	e, ok := testkit.Must(t, c, err).Edges[0].Node.(*timeline.PasswordResetRequestedEvent)
	if !ok || e.Address != "192.0.2.7" || e.Device != "Firefox on Linux" || e.Actor.Kind != "PLATFORM" {
		t.Errorf("%+v", e)
	}
	if facts := fmt.Sprint(w.Email("ada@example.com").Facts); !strings.Contains(facts, "192.0.2.7") || !strings.Contains(facts, "Firefox on Linux") {
		t.Errorf("%s", facts)
	}
}

// A request is for an address. Where its account moves to another one while the request
// is answered, the new address is emailed nothing: nobody asked for it.
func TestR18_AResetWhoseAccountMovesMeanwhile(t *testing.T) {
	t.Parallel()
	w := verified(t)
	a, platform := row(w, "ada"), viewer.AsSystem(t.Context())
	testkit.Must(t, 0, w.Recovery.Request(w.Browser().Request(), a.Email))
	answered := make(chan error, 1)
	testkit.Must(t, 0, store.Do(platform, w.DB, func(tx *ent.Tx) error {
		if err := w.DB.Lock(platform, tx, account.Table, a.ID); err != nil {
			return err
		}
		go func() { answered <- w.Recovery.AnswerJob().Run(platform) }()
		w.UntilBlocked() // it has found the account and waits for it
		return tx.Account.UpdateOneID(a.ID).SetEmail("new@example.com").SetEmailKey("new@example.com").Exec(platform)
	}))
	testkit.Must(t, 0, <-answered)
	if got := w.EmailKinds("new@example.com"); len(got) > 0 {
		t.Errorf("the new address is emailed %v", got)
	}
}

// A request that fails stops no other. It is answered later, or given up at last.
func TestResetRequestThatFailsIsTriedAgain(t *testing.T) {
	t.Parallel()
	for _, repaired := range []bool{true, false} {
		w := testkit.New(t)
		w.Account("ada")
		rename := func(from, to string) {
			write(w, func(tx *ent.Tx) {
				_, err := tx.ExecContext(t.Context(), `ALTER TABLE `+from+` RENAME TO `+to)
				testkit.Must(t, 0, err)
			})
		}
		left := func() int { return w.DB.ResetRequest.Query().CountX(viewer.AsSystem(t.Context())) }
		rename("links", "elsewhere")
		for _, address := range []string{"ada@example.com", "nobody@example.com"} {
			testkit.Must(t, 0, w.Recovery.Request(w.Browser().Request(), address))
		}
		j := w.Recovery.AnswerJob()
		for try := range 4 {
			w.RunDue(j)
			next, err := j.Next(t.Context())
			if wait := testkit.Must(t, next, err).Sub(w.Clock.Now()); wait != time.Minute<<try || left() != 1 {
				t.Errorf("try %d: again in %v, %d are left", try, wait, left())
			}
			w.Clock.Move(time.Minute << try)
		}
		if repaired {
			rename("elsewhere", "links")
		}
		w.RunDue(j)
		if n := emails(w, "ada@example.com", "reset_password"); (n == 1) != repaired || left() != 0 {
			t.Errorf("repaired %v: %d emails, %d are left", repaired, n, left())
		}
	}
}
