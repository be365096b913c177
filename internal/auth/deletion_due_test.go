package auth_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"portico/internal/page"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Once it is due, it cannot be canceled any more; removing twice changes nothing.
func TestADueDeletionIsCarriedOutOnce(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	cancel := closed(t, w, w.SignedIn("ada"))
	w.Clock.Move(testkit.Grace)
	if _, err := w.Deletions.Cancel(t.Context(), cancel); wrong(err) != "token LINK_INVALID" {
		t.Errorf("cancelled: %s", wrong(err))
	}
	for range 2 {
		testkit.Must(t, 0, w.Deletions.RemoveJob().Run(t.Context()))
		c, err := w.Log.Page(ada, viewer.ID(ada), page.Args{}, timeline.Filter{})
		h := timeline.HeadOf(testkit.Must(t, c, err).Edges[0].Node)
		if h.Type != "account_deleted" || h.Actor.Kind != "PLATFORM" || !strings.HasPrefix(h.Account.Username, "deleted-") || len(h.Account.Username) != len("deleted-")+12 {
			t.Errorf("the newest event is %+v", h)
		}
		if got := w.Timeline(ada, viewer.ID(ada)); strings.Count(strings.Join(got, " "), "account_deleted") != 1 {
			t.Errorf("recorded is %v", got)
		}
		w.Clock.Move(time.Minute)
	}
	w.Account("ada") // name and address are free again
	if _, err := w.Accounts.Create(t.Context(), signin.SignUp{Username: "deleted-0123456789ab", Email: "eve@example.com", Password: testkit.Password}); wrong(err) != "username RESERVED" {
		t.Errorf("somebody passes for a deleted account: %v", err)
	}
}

// Workers on many machines remove an account once.
func TestManyWorkersRemoveAnAccountOnce(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	closed(t, w, w.SignedIn("ada"))
	w.Clock.Move(testkit.Grace)
	w.RunAtOnce(6, w.Deletions.RemoveJob)
	if got := strings.Count(strings.Join(w.Timeline(ada, viewer.ID(ada)), " "), "account_deleted"); got != 1 {
		t.Errorf("recorded %d times", got)
	}
}

// Without grace there is nothing to cancel: the next step of the work removes it.
func TestADeletionWithoutGrace(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Deletions.Grace = 0
	ada := w.Account("ada")
	if secret := closed(t, w, w.SignedIn("ada")); secret != "" {
		t.Error("a link is emailed that cancels nothing")
	}
	testkit.Must(t, 0, w.Deletions.RemoveJob().Run(t.Context()))
	if a := w.DB.Account.GetX(ada, viewer.ID(ada)); a.ClosedAt == nil {
		t.Errorf("%+v", a)
	}
}

// Of many apps that are made while the deletion is confirmed, either one comes
// first and the account stays, or none is made: never does a closing account own
// an app.
func TestAppsMadeWhileADeletionIsConfirmed(t *testing.T) {
	t.Parallel()
	for round := range 4 {
		w, ada := testkit.WithAccount(t, "ada")
		v, _ := viewer.From(ada)
		secret := asked(t, w, w.SignedIn("ada"), "ada@example.com")
		var wg sync.WaitGroup
		start := make(chan struct{})
		errs := make([]error, 50)
		for n := range errs {
			wg.Go(func() {
				<-start
				_, errs[n] = w.Apps.Create(viewer.With(t.Context(), v), fmt.Sprintf("app-%d", n))
			})
		}
		var confirmed error
		wg.Go(func() {
			<-start
			if round > 1 {
				_, confirmed = w.Deletions.Confirm(context.WithoutCancel(t.Context()), secret)
			}
		})
		if round < 2 { // the deletion comes first
			_, confirmed = w.Deletions.Confirm(t.Context(), secret)
		}
		close(start)
		wg.Wait()
		made := 0
		for _, err := range errs {
			if err == nil {
				made++
			} else if wrong(err) != " ACCOUNT_CLOSING" {
				t.Errorf("an app is not made: %v", err)
			}
		}
		a := w.DB.Account.GetX(ada, v.AccountID)
		owned := w.DB.App.Query().CountX(viewer.AsSystem(t.Context()))
		switch closing := a.ClosingAt != nil; {
		case closing && (owned > 0 || made > 0 || confirmed != nil):
			t.Errorf("a closing account owns %d apps, %d were made: %v", owned, made, confirmed)
		case !closing && (owned != made || made == 0 || wrong(confirmed) != " APPS_REMAIN"):
			t.Errorf("it stays with %d apps, %d were made: %v", owned, made, confirmed)
		}
	}
}

// Of two who follow the link at once, one does it.
func TestTheLinkIsFollowedOnce(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	secret := asked(t, w, w.SignedIn("ada"), "ada@example.com")
	got := atOnce(12, func(int) error { return second(w.Deletions.Confirm(t.Context(), secret)) })
	if got["<nil>"] != 1 || got["token LINK_INVALID"] != 11 {
		t.Errorf("%v", got)
	}
}
