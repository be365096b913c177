package auth_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// R63: every way to a session ends the one that the browser had before, of another
// account or of the same: its cookie is forgotten, so that nobody could sign it out.
func TestR63_ASignInEndsTheSessionItReplaces(t *testing.T) {
	t.Parallel()
	ways := map[string]func(*testing.T, *provider) func(*testkit.Browser){
		"password": func(t *testing.T, p *provider) func(*testkit.Browser) {
			p.Account("bob")
			return func(b *testkit.Browser) {
				_, err := p.Accounts.SignIn(b.Request(), signin.SignIn{Login: "bob", Password: testkit.Password})
				testkit.Must(t, 0, err)
			}
		},
		"the same account again": func(t *testing.T, _ *provider) func(*testkit.Browser) {
			return func(b *testkit.Browser) { testkit.Must(t, 0, second(signIn(b))) }
		},
		"sign-up": func(t *testing.T, p *provider) func(*testkit.Browser) {
			return func(b *testkit.Browser) {
				_, err := p.Accounts.SignUp(b.Request(), signin.SignUp{Username: "bob", Email: "bob@example.com", Password: testkit.Password})
				testkit.Must(t, 0, err)
			}
		},
		"second step": func(t *testing.T, p *provider) func(*testkit.Browser) {
			p.Account("bob")
			secret, _ := p.SecondFactor(p.SignedIn("bob").Request())
			return func(b *testkit.Browser) {
				_, err := p.Accounts.SignIn(b.Request(), signin.SignIn{Login: "bob", Password: testkit.Password})
				testkit.Must(t, 0, err)
				if !live(b) {
					t.Error("the first step alone ended the session")
				}
				testkit.Must(t, 0, verify(b, p.Code(secret)))
			}
		},
		"passkey": func(t *testing.T, p *provider) func(*testkit.Browser) {
			d, _ := add(t, p.World, p.Account("bob"))
			return func(b *testkit.Browser) {
				c, err := p.Passkeys.StartSignIn(b.Request())
				_, err2 := p.Passkeys.SignIn(b.Request(), d.answers(testkit.Must(t, c, err)))
				testkit.Must(t, 0, err2)
			}
		},
		"password, with an API token": func(t *testing.T, p *provider) func(*testkit.Browser) {
			bob := p.Account("bob")
			token := newToken(t, p.World, bob, "KEYS_READ")
			return func(b *testkit.Browser) {
				request := b.Request()
				holder, ok, err := p.Tokens.Find(request, token.Text, b.Address)
				testkit.Must(t, ok, err)
				viewer.Become(request, holder)
				_, err = p.Accounts.SignIn(request, signin.SignIn{Login: "bob", Password: testkit.Password})
				testkit.Must(t, 0, err)
			}
		},
		"GitHub": func(_ *testing.T, p *provider) func(*testkit.Browser) {
			return func(b *testkit.Browser) { p.comes(b, someone(7, "bob", "bob@example.com")) }
		},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newProvider(t)
			ada := viewer.ID(p.Account("ada"))
			signsIn := way(t, p)
			b, elsewhere := p.SignedIn("ada"), p.SignedIn("ada")
			old := b.Again()
			var told []uuid.UUID
			p.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, id) }})
			signsIn(b)
			if !live(b) || live(old) || !live(elsewhere) {
				t.Errorf("the new session lives: %v, the replaced one: %v, another of ada's: %v", live(b), live(old), live(elsewhere))
			}
			if !slices.Contains(told, ada) {
				t.Errorf("ada's sockets are not asked again: %v", told)
			}
		})
	}
}

// R63: a sign-in that fails ends nothing.
func TestR63_AFailedSignInEndsNothing(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	w.Account("bob")
	b := w.SignedIn("ada")
	if _, err := w.Accounts.SignIn(b.Request(), signin.SignIn{Login: "bob", Password: "a wrong password"}); err == nil || !live(b) {
		t.Errorf("%v; the session lives: %v", err, live(b))
	}
}
