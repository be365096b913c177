package auth_test

import (
	"testing"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/github"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R65: an account whose email moves while its owner comes from GitHub is not theirs any
// more. PostgreSQL has it found by the email before it waits for whoever moves it.
func TestR65_R23_AnEmailMovesWhileGithubSignsIn(t *testing.T) {
	t.Parallel()
	p := newProvider(t)
	ada := p.Account("ada")
	p.is(someone(7, "theirs", "ada@example.com"))
	b := p.Browser()
	at, err := p.StartSignIn(b.Request(), nil, nil)
	back := p.authorize(testkit.Must(t, at, err))
	type end struct {
		next string
		err  error
	}
	ended := make(chan end, 1)
	err = store.Do(t.Context(), p.DB, func(tx *ent.Tx) error {
		if err := p.DB.Lock(t.Context(), tx, account.Table, viewer.ID(ada)); err != nil {
			return err
		}
		go func(back github.Callback) {
			next, err := p.Return(b.Request(), back)
			ended <- end{next, err}
		}(back)
		p.UntilBlocked()
		return tx.Account.UpdateOneID(viewer.ID(ada)).SetEmail("ada@moved.example").SetEmailKey("ada@moved.example").Exec(viewer.AsSystem(t.Context()))
	})
	testkit.Must(t, 0, err)
	got := <-ended
	if got.err != nil || got.next != "/apps" || viewer.ID(b.Request()) == viewer.ID(ada) || p.accounts() != 2 {
		t.Errorf("came to %q as %v, of %d accounts: %v", got.next, viewer.ID(b.Request()), p.accounts(), got.err)
	}
	if p.account("ada").EmailVerifiedAt != nil || p.DB.GithubIdentity.Query().ExistX(ada) {
		t.Error("the account that moved was given away")
	}
}
