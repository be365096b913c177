package auth_test

import (
	"context"
	"errors"
	"testing"

	"portico/internal/apitoken"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R86: a request that began before its session or token ended adds nothing to the
// account any more.
func TestR86_AnEndedSessionChangesNothing(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*testkit.World, context.Context) error{
		"API token": func(w *testkit.World, ctx context.Context) error {
			_, err := w.Tokens.Create(ctx, apitoken.NewToken{Name: "late", Scopes: []string{"KEYS_READ"}})
			return err
		},
		"SSH key": func(w *testkit.World, ctx context.Context) error {
			_, err := w.Keys.Add(ctx, "late", testkit.PublicKey(t))
			return err
		},
		"app": func(w *testkit.World, ctx context.Context) error {
			_, err := w.Apps.Create(ctx, "late")
			return err
		},
		"authenticator app": func(w *testkit.World, ctx context.Context) error {
			_, err := w.Factors.Start(ctx)
			return err
		},
		"email": func(w *testkit.World, ctx context.Context) error {
			_, err := w.Emails.RequestChange(ctx, "late@example.com", false)
			return err
		},
		"data export": func(w *testkit.World, ctx context.Context) error {
			_, err := w.Exports.Request(ctx)
			return err
		},
		"deletion": func(w *testkit.World, ctx context.Context) error {
			_, err := w.Deletions.Request(ctx)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			w.Verified("ada")
			late, here := w.SignedIn("ada").Request(), w.SignedIn("ada").Request()
			ended, err := w.Sessions.RevokeOthers(here)
			testkit.Must(t, ended, err)
			if err := change(w, late); !isSignedOut(err) {
				t.Errorf("in a session that has ended: %v", err)
			}
		})
	}
}

// R86: the same for a request that came with an API token.
func TestR86_ARevokedTokenChangesNothing(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	secret, err := w.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_WRITE"}})
	testkit.Must(t, secret, err)
	v, ok, err := w.Tokens.Find(t.Context(), secret.Text, "192.0.2.1")
	testkit.Must(t, ok, err)
	late := viewer.With(t.Context(), v)
	testkit.Must(t, 0, w.Tokens.Revoke(ada, secret.Token.ID))
	if _, err := w.Keys.Add(late, "late", testkit.PublicKey(t)); !isSignedOut(err) {
		t.Errorf("with a token that was revoked: %v", err)
	}
}

// R86, R38: renewing a token ends its old secret, for requests and sockets under way.
func TestR86_R38_ARenewedTokenEndsItsOldSecret(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Account("ada")
	old, err := w.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_WRITE"}})
	testkit.Must(t, old, err)
	late, _, err := w.Tokens.Find(t.Context(), old.Text, "192.0.2.1")
	testkit.Must(t, late, err)
	renewed, err := w.Tokens.Renew(ada, old.Token.ID)
	testkit.Must(t, renewed, err)
	if _, err := w.Keys.Add(viewer.With(t.Context(), late), "late", testkit.PublicKey(t)); !isSignedOut(err) {
		t.Errorf("with the old secret: %v", err)
	}
	if _, err := w.Authenticator.Recheck(t.Context(), late); !isSignedOut(err) {
		t.Errorf("a socket of the old secret: %v", err)
	}
	v, _, err := w.Tokens.Find(t.Context(), renewed.Text, "192.0.2.1")
	testkit.Must(t, v, err)
	_, err = w.Authenticator.Recheck(t.Context(), v)
	testkit.Must(t, 0, err)
	_, err = w.Keys.Add(viewer.With(t.Context(), v), "in time", testkit.PublicKey(t))
	testkit.Must(t, 0, err)
}

// R86: nor has it a code emailed, to an address that may have been the account's only
// when the request began.
func TestR86_AnEndedSessionHasNoCodeEmailed(t *testing.T) {
	t.Parallel()
	w, b := withoutPassword(t)
	late, before := b.Request(), len(w.EmailKinds("ada@example.com"))
	testkit.Must(t, 0, w.Sessions.Revoke(b.Request(), idOf(b)))
	if err := w.Sudo.SendCode(late); !isSignedOut(err) || len(w.EmailKinds("ada@example.com")) != before {
		t.Errorf("in a session that has ended: %v", err)
	}
}

func isSignedOut(err error) bool {
	r := new(problem.Refusal)
	return errors.As(err, &r) && r.Reason == problem.Unauthenticated
}
