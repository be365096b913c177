package auth_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/link"
	"portico/internal/apitoken"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// asked asks for the deletion and returns the emailed secret.
func asked(t *testing.T, w *testkit.World, b *testkit.Browser, address string) string {
	t.Helper()
	a, err := w.Deletions.Request(b.Request())
	testkit.Must(t, a, err)
	l := w.Email(address)
	if l.Kind != "account_deletion_asked" || l.Button.Path != "/confirm-deletion" || l.Button.Secret == "" {
		t.Fatalf("the email is %+v", l)
	}
	return l.Button.Secret
}

// closed deletes ada's account up to the period of grace, and returns the secret
// that cancels it.
func closed(t *testing.T, w *testkit.World, b *testkit.Browser) string {
	t.Helper()
	due, err := w.Deletions.Confirm(w.Browser().Request(), asked(t, w, b, "ada@example.com"))
	if testkit.Must(t, due, err); !due.Equal(w.Clock.Now().Add(w.Deletions.Grace)) {
		t.Errorf("due at %v", due)
	}
	l := w.Email("ada@example.com")
	if l.Kind != "account_deletion_requested" {
		t.Fatalf("the email is %+v", l)
	}
	if l.Button == nil {
		return ""
	}
	return l.Button.Secret
}

// An account that owns apps is not deleted: neither asked for, nor confirmed,
// where one was made in between. The link is not used up by that.
func TestAnAccountThatOwnsAppsIsNotDeleted(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, eve := w.Account("ada"), w.Verified("eve")
	b := w.SignedIn("ada")
	others := w.App(eve, "eves-app")
	w.Member(eve, others, "ada", ada, collaborator.RoleCOLLABORATOR) // is no obstacle
	secret := asked(t, w, b, "ada@example.com")
	w.App(ada, "shop")
	w.App(ada, "site")
	for what, err := range map[string]error{
		"asking":     func() error { _, err := w.Deletions.Request(b.Request()); return err }(),
		"confirming": func() error { _, err := w.Deletions.Confirm(t.Context(), secret); return err }(),
	} {
		all, ok := problem.InputsOf(err)
		if !ok || len(all) != 1 || all[0].Code != problem.AppsRemain {
			t.Fatalf("%s: %v", what, err)
		}
		names := []string{}
		for _, a := range all[0].Detail.([]*timeline.NamedApp) {
			names = append(names, a.Name)
		}
		if !slices.Equal(names, []string{"shop", "site"}) {
			t.Errorf("%s: in the way are %v", what, names)
		}
	}
	d, err := w.Deletions.Deletion(b.Request())
	if testkit.Must(t, d, err); len(d.OwnedApps) != 2 || d.GraceDays != 14 || !d.LinkExpiresAt.Equal(w.Clock.Now().Add(time.Hour)) {
		t.Errorf("%+v", d)
	}
	for _, name := range []string{"shop", "site"} {
		testkit.Must(t, 0, w.Apps.Delete(ada, w.DB.App.Query().Where(app.Name(name)).OnlyIDX(ada), name))
	}
	if _, err := w.Deletions.Confirm(t.Context(), secret); err != nil {
		t.Errorf("with the apps gone: %v", err)
	}
}

// The link works once, for an hour, until a newer one, and only for this.
func TestLinkThatConfirmsADeletion(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	for _, secret := range []string{"", "x", strings.Repeat("A", 43)} {
		if _, err := w.Deletions.Confirm(t.Context(), secret); wrong(err) != "token LINK_INVALID" {
			t.Errorf("%q: %s", secret, wrong(err))
		}
	}
	first := asked(t, w, b, "ada@example.com")
	second := asked(t, w, b, "ada@example.com")
	w.Clock.Move(time.Hour)
	if d, err := w.Deletions.Deletion(b.Request()); err != nil || d.LinkExpiresAt != nil {
		t.Errorf("%+v, %v", d, err)
	}
	third := asked(t, w, b, "ada@example.com")
	w.Clock.Move(time.Hour - time.Second)
	for _, c := range []struct{ secret, want string }{
		{first, "token LINK_INVALID"}, {second, "token LINK_INVALID"}, {strings.ToLower(third), "token LINK_INVALID"}, {third[:42], "token LINK_INVALID"},
	} {
		if _, err := w.Deletions.Confirm(t.Context(), c.secret); wrong(err) != c.want {
			t.Errorf("%s, want %s", wrong(err), c.want)
		}
	}
	if _, err := w.Deletions.Cancel(t.Context(), third); wrong(err) != "token LINK_INVALID" {
		t.Errorf("it cancels: %s", wrong(err))
	}
	_, err := w.Deletions.Confirm(t.Context(), third)
	testkit.Must(t, 0, err)
	if _, err := w.Deletions.Confirm(t.Context(), third); wrong(err) != "token LINK_INVALID" {
		t.Errorf("twice: %s", wrong(err))
	}
}

// R66: what was emailed before is void once a deletion is confirmed: there is the link that
// cancels it, and no other.
func TestR66_ADeletionVoidsWhatWasMailed(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Verified("ada")
	b := w.SignedIn("ada")
	reset := resetLink(w, "ada")
	_, err := w.Deletions.Confirm(t.Context(), asked(t, w, b, "ada@example.com"))
	testkit.Must(t, 0, err)
	if l := w.DB.Link.Query().OnlyX(ada); l.Purpose != link.PurposeCANCEL_DELETION {
		t.Errorf("left is a link to %s", l.Purpose)
	}
	if _, err := w.Recovery.Reset(w.Browser().Request(), reset, "wholly other words here"); wrong(err) != "token LINK_INVALID" {
		t.Errorf("the password is set: %v", err)
	}
}

// No matter how often they ask, no more than five emails an hour are sent.
func TestLinksThatConfirmADeletionAreFew(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	for range 5 {
		asked(t, w, b, "ada@example.com")
	}
	last := w.Email("ada@example.com").Button.Secret
	if _, err := w.Deletions.Request(b.Request()); wrong(err) != " LIMIT_REACHED" || len(w.EmailKinds("ada@example.com")) != 5 {
		t.Errorf("%v", err)
	}
	if _, err := w.Deletions.Confirm(t.Context(), last); err != nil {
		t.Errorf("the last one: %v", err)
	}
}

// R38, R9: from the confirmation on nobody gets in: by a session, a token, a key
// or a link; whoever is connected is looked at again.
func TestR38_R9_AClosingAccountLetsNobodyIn(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	me := viewer.ID(ada)
	b := w.SignedIn("ada")
	token, err := w.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"APPS_READ"}})
	testkit.Must(t, token, err)
	key, err := w.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, key, err)
	shared, invited := w.App(eve, "shared"), w.App(eve, "invited")
	w.Member(eve, shared, "ada", ada, collaborator.RoleLIMITED)
	_, err = w.Collaborators.Invite(eve, invited.ID, "ada", collaborator.RoleCOLLABORATOR)
	testkit.Must(t, 0, err)
	var told []uuid.UUID
	w.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, id) }})
	cancel := closed(t, w, b)

	if _, ok, err := w.Sessions.Find(t.Context(), b.Cookies[browser.SessionCookie]); ok || err != nil {
		t.Errorf("the session opens: %v", err)
	}
	if _, ok, err := w.Tokens.Find(t.Context(), token.Text, ""); ok || err != nil {
		t.Errorf("the token opens: %v", err)
	}
	if _, ok, err := w.Keys.Still(t.Context(), key.ID); ok || err != nil {
		t.Errorf("the key opens: %v", err)
	}
	if !slices.Equal(told, []uuid.UUID{me}) {
		t.Errorf("told of %v", told)
	}
	want := []string{"account_deletion_requested", "collaborator_removed", "collaborator_removed"}
	if got := w.Timeline(ada, me)[:3]; !slices.Contains(got, want[0]) || strings.Count(strings.Join(got, " "), want[1]) != 2 {
		t.Errorf("recorded is %v, want %v", got, want)
	}
	for _, a := range []*ent.App{shared, invited} {
		if got := w.Timeline(eve, a.ID)[0]; got != "collaborator_removed" {
			t.Errorf("the newest on %s is %s", a.Name, got)
		}
	}
	if n := w.DB.Collaborator.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("it collaborates on %d apps", n)
	}
	if _, err := w.Apps.Create(ada, "too-late"); wrong(err) != " ACCOUNT_CLOSING" {
		t.Errorf("an app is made: %v", err)
	}
	if _, err := w.Collaborators.Invite(eve, shared.ID, "ada", collaborator.RoleLIMITED); wrong(err) != "username NO_SUCH_USER" {
		t.Errorf("it is invited: %v", err)
	}
	if _, err := w.Deletions.Request(ada); wrong(err) != " ACCOUNT_CLOSING" {
		t.Errorf("asked for once more: %v", err)
	}

	// A change of mind.
	w.Clock.Move(testkit.Grace - time.Second)
	testkit.Must(t, 0, w.Deletions.RemoveJob().Run(t.Context()))
	name, err := w.Deletions.Cancel(t.Context(), cancel)
	if testkit.Must(t, name, err); name != "ada" {
		t.Errorf("kept is %q", name)
	}
	if _, err := w.Deletions.Cancel(t.Context(), cancel); wrong(err) != "token LINK_INVALID" {
		t.Errorf("cancelled twice: %s", wrong(err))
	}
	if got := w.Timeline(ada, me)[0]; got != "account_deletion_cancelled" {
		t.Errorf("the newest is %s", got)
	}
	if l := w.Email("ada@example.com"); l.Kind != "account_deletion_cancelled" {
		t.Errorf("the email is %+v", l)
	}
	if _, ok, _ := w.Sessions.Find(t.Context(), b.Cookies[browser.SessionCookie]); ok {
		t.Error("the old session lives again")
	}
	if _, ok, err := w.Keys.Still(t.Context(), key.ID); !ok || err != nil {
		t.Errorf("the key does not open: %v", err)
	}
	if idOf(w.SignedIn("ada")) == uuid.Nil {
		t.Error("she cannot sign in")
	}
	w.App(ada, "in-time")
	w.Clock.Move(time.Hour)
	testkit.Must(t, 0, w.Deletions.RemoveJob().Run(t.Context()))
	if a := w.DB.Account.GetX(ada, me); a.Username != "ada" || a.ClosedAt != nil {
		t.Errorf("removed in spite of that: %+v", a)
	}
}
