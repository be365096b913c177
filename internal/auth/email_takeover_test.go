package auth_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"portico/ent"
	"portico/internal/apitoken"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// adds gives ada's account one of each thing that gives access to it, as it is added
// in a session of hers.
func adds(m *moving, name string) {
	m.T.Helper()
	t, b := m.T.(*testing.T), m.b.Request()
	add(t, m.World, b)
	key, err := m.Keys.Add(b, name, testkit.PublicKey(t))
	testkit.Must(t, key, err)
	token, err := m.Tokens.Create(b, apitoken.NewToken{Name: name, Scopes: []string{"KEYS_READ"}})
	testkit.Must(t, token, err)
	m.Clock.Move(time.Minute)
}

func linksGithub(m *moving, b context.Context) {
	write(m.World, func(tx *ent.Tx) {
		tx.GithubIdentity.Create().SetGithubID(7).SetLogin("ada").SetCreatedAt(m.Clock.Now()).ExecX(b)
	})
}

// takenOver is ada's account, with what before gives it. Then someone else changes its
// email and adds what they need to come back. The secret is ada's, to revert that.
func takenOver(t *testing.T, before, since func(*moving)) (m *moving, back string) {
	t.Helper()
	m = &moving{World: testkit.New(t)}
	m.Verified("ada")
	m.b = m.SignedIn("ada")
	m.Clock.Move(time.Minute)
	before(m)
	_, err := m.Emails.RequestChange(m.b.Request(), adaNew, false)
	testkit.Must(t, 0, err)
	m.new, m.old = m.Email(adaNew).Button.Secret, m.Email(adaOld).Button.Secret
	m.Clock.Move(time.Minute)
	since(m)
	return m, m.moves()
}

// has is what gives access to ada's account.
func (m *moving) has() map[string]int {
	ctx := viewer.AsSystem(m.T.Context())
	return map[string]int{
		"sessions": m.DB.Session.Query().CountX(ctx), "pending sign-ins": m.DB.PendingSignIn.Query().CountX(ctx),
		"devices": m.DB.Device.Query().CountX(ctx), "passkeys": m.DB.Passkey.Query().CountX(ctx),
		"SSH keys": m.DB.SSHKey.Query().CountX(ctx), "API tokens": m.DB.APIToken.Query().CountX(ctx),
		"authenticator apps": m.DB.Totp.Query().CountX(ctx), "recovery codes": m.DB.RecoveryCode.Query().CountX(ctx),
		"GitHub accounts": m.DB.GithubIdentity.Query().CountX(ctx),
	}
}

// R84: reverting a change of email removes what gives access and was added since the
// change was requested, each with its event, and nothing that was there before.
func TestR84_RevertRemovesWhatWasAddedSince(t *testing.T) {
	t.Parallel()
	m, back := takenOver(t,
		func(m *moving) { adds(m, "before") },
		func(m *moving) {
			adds(m, "since")
			m.SignedIn("ada")
			linksGithub(m, m.b.Request())
			m.SecondFactor(m.b.Request())
			atSecondStep(m.T.(*testing.T), m.World)
		})
	email, err := m.Emails.Revert(m.Browser().Request(), back)
	testkit.Must(t, email, err)
	want := map[string]int{"devices": 1, "passkeys": 1, "SSH keys": 1, "API tokens": 1}
	for what, n := range m.has() {
		if n != want[what] {
			t.Errorf("%d %s are left, want %d", n, what, want[what])
		}
	}
	sys := viewer.AsSystem(t.Context())
	asked := m.DB.EmailChange.Query().OnlyX(sys).CreatedAt
	for what, added := range map[string]time.Time{
		"device": m.DB.Device.Query().FirstX(sys).CreatedAt, "passkey": m.DB.Passkey.Query().FirstX(sys).CreatedAt,
		"SSH key": m.DB.SSHKey.Query().FirstX(sys).CreatedAt, "API token": m.DB.APIToken.Query().FirstX(sys).CreatedAt,
	} {
		if !added.Before(asked) {
			t.Errorf("the %s that is left was added since", what)
		}
	}
	if got := events(m.World, "ada", 7); !slices.Equal(got, []string{
		"email_changed", "two_factor_disabled", "github_unlinked", "passkey_removed", "ssh_key_removed", "api_token_revoked", "session_revoked",
	}) {
		t.Errorf("events %v", got)
	}
}

// R84: an API token that was renewed since has another secret, which goes; so do the
// recovery codes, but not the authenticator app.
func TestR84_RevertVoidsRenewedSecrets(t *testing.T) {
	t.Parallel()
	m, back := takenOver(t,
		func(m *moving) {
			adds(m, "before")
			linksGithub(m, m.b.Request())
			m.SecondFactor(m.b.Request())
			m.Clock.Move(time.Minute)
		},
		func(m *moving) {
			token := m.DB.APIToken.Query().OnlyX(m.b.Request())
			renewed, err := m.Tokens.Renew(m.b.Request(), token.ID)
			testkit.Must(m.T, renewed, err)
			codes, err := m.Factors.Renew(m.b.Request())
			testkit.Must(m.T, codes, err)
		})
	email, err := m.Emails.Revert(m.Browser().Request(), back)
	testkit.Must(t, email, err)
	has := m.has()
	if has["API tokens"] != 0 || has["recovery codes"] != 0 || has["authenticator apps"] != 1 || has["GitHub accounts"] != 1 {
		t.Errorf("left are %v", has)
	}
}

// R84: nor is an authenticator app left that was only being set up.
func TestR84_RevertEndsASetup(t *testing.T) {
	t.Parallel()
	m, back := takenOver(t, func(*moving) {}, func(m *moving) {
		app, err := m.Factors.Start(m.b.Request())
		testkit.Must(m.T, app, err)
	})
	email, err := m.Emails.Revert(m.Browser().Request(), back)
	testkit.Must(t, email, err)
	if n := m.has()["authenticator apps"]; n != 0 {
		t.Errorf("%d authenticator apps are left", n)
	}
}

// R84: the password is void whoever set it, because the person who changed the email
// knew it. The owner's email, and no other, gets the link that sets a new one.
func TestR84_RevertMailsAWayInToTheOwnerAlone(t *testing.T) {
	t.Parallel()
	m, back := stolen(t)
	email, err := m.Emails.Revert(m.Browser().Request(), back)
	testkit.Must(t, email, err)
	if signsIn(m.World, "ada", testkit.Password) {
		t.Error("the password from before still works")
	}
	if l := m.Email(adaNew); l.Kind != "email_changed" || l.Button.Secret != "" {
		t.Errorf("to the other address: %+v", l)
	}
	m.resets()
	if !signsIn(m.World, "ada", another) {
		t.Error("she cannot sign in with the new password")
	}
}

// resets sets a new password by the email that tells ada that hers is back.
func (m *moving) resets() {
	m.T.Helper()
	l := m.Email(adaOld)
	if l.Kind != "email_changed" || l.Button.Path != "/reset-password" {
		m.T.Fatalf("to the owner: %+v", l)
	}
	name, err := m.Recovery.Reset(m.Browser().Request(), l.Button.Secret, another)
	testkit.Must(m.T, name, err)
}
