package auth_test

import (
	"context"
	"testing"
	"time"

	"golang.org/x/oauth2"

	"portico/ent"
	"portico/internal/github"
	"portico/internal/store"
	"portico/internal/testkit"
)

// R88: nothing limits how often a guest comes back from GitHub with a state that they
// made up. It takes no turn of those who write.
func TestR88_AnUnknownStateWaitsForNoWriter(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	w.Github.OAuth = &oauth2.Config{ClientID: "portico"}
	err := store.Do(ada, w.DB, func(*ent.Tx) error { // who writes, alone
		ctx, cancel := context.WithTimeout(w.Browser().Request(), 5*time.Second)
		defer cancel()
		next, err := w.Github.Return(ctx, github.Callback{State: "made up", Code: "x"})
		if err != nil || next != "/sign-in?github=expired" {
			t.Errorf("%q, %v", next, err)
		}
		return nil
	})
	testkit.Must(t, 0, err)
}
