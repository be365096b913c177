package timeline_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	entaccount "portico/ent/account"
	"portico/ent/collaborator"
	"portico/ent/entry"
	entsession "portico/ent/session"
	"portico/internal/account"
	"portico/internal/addon"
	"portico/internal/apitoken"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/container"
	"portico/internal/oneoff"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A stage is an app with everybody who can have to do with one: its owner ada,
// the collaborator carl, lia who is limited, rob who will be removed, ivy who
// has not accepted, and the stranger eve.
type stage struct {
	*testkit.World
	as      map[string]context.Context
	streams map[string]uuid.UUID
	shop    *ent.App
	members map[string]uuid.UUID
	offered uuid.UUID // the newest transfer
}

// offer offers the shop to a collaborator.
func (s *stage) offer(from, to string) error {
	tr, err := s.Transfers.Offer(s.as[from], s.shop.ID, to)
	if err == nil {
		s.offered = tr.ID
	}
	return err
}

func newStage(t *testing.T) *stage {
	s := &stage{World: testkit.New(t), as: map[string]context.Context{}, streams: map[string]uuid.UUID{}, members: map[string]uuid.UUID{}}
	for _, name := range []string{"ada", "carl", "lia", "rob", "ivy", "eve"} {
		s.as[name] = s.Account(name)
		s.streams[name] = viewer.ID(s.as[name])
	}
	s.Verify(s.as["ada"]) // who invites
	s.shop = s.App(s.as["ada"], "shop")
	s.streams["shop"] = s.shop.ID
	for name, role := range map[string]collaborator.Role{"carl": "COLLABORATOR", "lia": "LIMITED"} {
		s.members[name] = s.Member(s.as["ada"], s.shop, name, s.as[name], role).ID
	}
	return s
}

func (s *stage) invite(name string) error {
	c, err := s.Collaborators.Invite(s.as["ada"], s.shop.ID, name, "COLLABORATOR")
	if err == nil {
		s.members[name] = c.ID
	}
	return err
}

// In which timelines each kind of event stands: one's own acts in one's own,
// what happened to an account in that one's, everything on an app in the app's,
// and nobody else's act in anybody's own.
func TestWhoseTimelineAnEventStandsIn(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	ada, carl, lia, rob, ivy, eve := s.as["ada"], s.as["carl"], s.as["lia"], s.as["rob"], s.as["ivy"], s.as["eve"]
	var key, passkey uuid.UUID
	var oneOff *ent.OneOff
	hub, carls := octocat(s.World), s.SignedIn("carl")
	var secret apitoken.Secret
	push := func(ctx context.Context) func() error { return func() error { return push1(s.World, ctx, s.shop.ID) } }
	denied := func(ctx context.Context, name string) func() error {
		return func() error { return expected(s.Deployments.Open(ctx, name, platform.Push)) }
	}
	locked, window := lockedOut(s.World, "eve"), s.Browser()
	var redis *ent.Addon
	var review *ent.App
	happened := map[string]bool{}
	for _, c := range []struct {
		kind, in string
		do       func() error
	}{
		{"account_created", "ted", func() error { s.as["ted"] = s.Account("ted"); s.streams["ted"] = viewer.ID(s.as["ted"]); return nil }},
		{"login_succeeded", "lia", func() error {
			_, err := s.Accounts.SignIn(browser.With(t.Context(), browser.Browser{Keep: func(browser.Cookie, string, time.Time) {}}), signin.SignIn{Login: "lia", Password: testkit.Password})
			return err
		}},
		{"profile_updated", "lia", func() error {
			name := "Lia"
			_, err := s.Profiles.Update(lia, account.ProfileChange{FullName: &name})
			return err
		}},
		{"billing_profile_updated", "lia", func() error { return s.BillingProfiles.Update(lia, testkit.Billing()) }},
		{"ssh_key_added", "carl", func() error {
			k, err := s.Keys.Add(carl, "laptop", testkit.PublicKey(t))
			key = k.ID
			return err
		}},
		{"ssh_key_renamed", "carl", func() error { _, err := s.Keys.Rename(carl, key, "desk"); return err }},
		{"ssh_key_removed", "carl", func() error { return s.Keys.Remove(carl, key) }},
		{"api_token_created", "carl", func() (err error) {
			secret, err = s.Tokens.Create(carl, apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
			return err
		}},
		{"api_token_renewed", "carl", func() (err error) { secret, err = s.Tokens.Renew(carl, secret.Token.ID); return err }},
		{"api_token_revoked", "carl", func() error { return s.Tokens.RevokeLeaked(t.Context(), secret.Text) }},
		{"sudo_granted", "lia", func() error { return sudo(s.World, "lia") }},
		{"two_factor_enabled", "lia", func() error { s.SecondFactor(lia); return nil }},
		{"login_failed", "lia", func() error {
			_, err := s.Accounts.SignIn(browser.With(t.Context(), browser.Browser{Keep: func(browser.Cookie, string, time.Time) {}}), signin.SignIn{Login: "lia", Password: "not the password"})
			if _, wrong := problem.InputsOf(err); wrong {
				return nil
			}
			return errors.Join(errors.New("it did not fail"), err)
		}},
		{"recovery_code_used", "lia", func() error { // a sign-in makes one more
			return store.Do(lia, s.DB, func(tx *ent.Tx) error { return s.Log.Record(lia, tx, &timeline.RecoveryCodeUsedEvent{Left: 9}) })
		}},
		{"recovery_codes_renewed", "lia", func() error { _, err := s.Factors.Renew(lia); return err }},
		{"two_factor_disabled", "lia", func() error { _, err := s.Factors.Disable(lia); return err }},
		{"email_verified", "lia", func() error {
			_, err := s.Emails.Verify(t.Context(), emailed(s.World, "lia@example.com", s.Emails.Resend(lia)))
			return err
		}},
		{"password_reset_requested", "lia", func() error {
			return errors.Join(s.Recovery.Request(t.Context(), "lia@example.com"), s.Recovery.AnswerJob().Run(t.Context()))
		}},
		{"password_reset", "lia", func() error {
			_, err := s.Recovery.Reset(t.Context(), emailed(s.World, "lia@example.com", nil), "another fine password")
			return err
		}},
		{"login_succeeded", "lia", func() error {
			_, err := s.Accounts.SignIn(window.Request(), signin.SignIn{Login: "lia", Password: "another fine password"})
			return err
		}},
		{"password_changed", "lia", func() error {
			_, err := s.Accounts.ChangePassword(window.Request(), signin.PasswordChange{CurrentPassword: "another fine password", NewPassword: testkit.Password})
			return err
		}},
		{"email_change_requested", "lia", func() error { _, err := s.Emails.RequestChange(lia, "lia@new.example", false); return err }},
		{"email_changed", "lia", func() error {
			_, err := s.Emails.Confirm(t.Context(), emailed(s.World, "lia@new.example", nil))
			_, err2 := s.Emails.Confirm(t.Context(), emailed(s.World, "lia@example.com", nil))
			return errors.Join(err, err2)
		}},
		{"login_failed", "rob", func() error { return inVain(s.World, "rob") }},
		{"login_locked", "eve", func() error { // the wrong password that locks leaves login_failed beside it
			sys, a := viewer.AsSystem(t.Context()), &ent.Account{ID: viewer.ID(eve), Username: "eve"}
			return store.Do(sys, s.DB, func(tx *ent.Tx) error {
				return s.Log.Record(sys, tx, &timeline.LoginLockedEvent{OnAccount: timeline.ForAccount(a)})
			})
		}},
		{"login_unlocked", "eve", func() error { return s.Accounts.Unlock(t.Context(), locked) }},
		{"passkey_added", "carl", func() (err error) { passkey, err = addPasskey(s.World, carl); return err }},
		{"passkey_removed", "carl", func() error { return s.Passkeys.Remove(carl, passkey) }},
		{"github_linked", "carl", func() error { return linkGithub(hub, carls) }},
		{"github_unlinked", "carl", func() error { _, err := hub.Unlink(carls.Request()); return err }},
		{"app_created", "carl other", func() error { s.streams["other"] = s.App(carl, "other").ID; return nil }},
		{"collaborator_invited", "ada ivy shop", func() error { return s.invite("ivy") }},
		{"collaborator_invited", "ada rob shop", func() error { return s.invite("rob") }},
		{"collaborator_accepted", "rob shop", func() error { _, err := s.Collaborators.Accept(rob, s.members["rob"]); return err }},
		{"app_deployed", "rob shop", push(rob)},
		{"app_deployed", "lia shop", push(lia)},
		{"app_deployed", "ada shop", push(ada)},
		{"one_off_started", "ada shop", func() (err error) { oneOff, err = s.OneOffs.Run(ada, s.shop.ID, "exit 1", "M"); return err }},
		{"one_off_ended", "ada shop", func() error { _, err := s.OneOffs.Stop(ada, oneOff.ID); return err }},
		{"one_off_started", "carl shop", func() error { _, err := s.OneOffs.Run(carl, s.shop.ID, "exit 1", "M"); return err }},
		{"one_off_ended", "ada shop", func() error { // the platform ends it
			s.Clock.Move(oneoff.Started)
			return s.OneOffs.SimulateJob().Run(t.Context())
		}},
		{"app_transfer_requested", "ada carl shop", func() error { return s.offer("ada", "carl") }},
		{"app_transfer_cancelled", "ada carl shop", func() error { return s.Transfers.Cancel(carl, s.offered) }},
		{"app_transfer_requested", "ada carl shop", func() error { return s.offer("ada", "carl") }},
		{"app_transferred", "ada carl shop", func() error { _, err := s.Transfers.Accept(carl, s.offered, nil); return err }},
		{"app_transfer_requested", "ada carl shop", func() error { return s.offer("carl", "ada") }},
		{"app_transferred", "ada carl shop", func() error {
			_, err := s.Transfers.Accept(ada, s.offered, nil)
			s.members["carl"] = s.DB.Collaborator.Query().Where(collaborator.AccountID(viewer.ID(carl))).OnlyIDX(carl)
			return err
		}},
		{"app_transfer_requested", "ada carl shop", func() error { return s.offer("ada", "carl") }},
		{"app_transfer_cancelled", "ada carl shop", func() error { s.Clock.Move(72 * time.Hour); return s.Transfers.ExpireJob().Run(t.Context()) }},
		{"collaborator_role_changed", "ada carl shop", func() error {
			_, err := s.Collaborators.ChangeRole(ada, s.members["carl"], "LIMITED")
			return err
		}},
		{"git_push_denied", "eve", denied(eve, "shop")}, // not in the app's: it would tell that there is one
		{"git_push_denied", "ivy", denied(ivy, "shop")},
		{"git_push_denied", "lia shop", func() error { return s.Deployments.Denied(lia, s.shop.ID, "shop", timeline.TooLarge) }},
		{"git_push_denied", "eve", func() error { return s.Deployments.Denied(eve, s.shop.ID, "shop", timeline.TooLarge) }},
		{"collaborator_removed", "ada rob shop", func() error { return s.Collaborators.Remove(ada, s.members["rob"]) }},
		{"collaborator_removed", "ivy shop", func() error { return s.Collaborators.Remove(ivy, s.members["ivy"]) }},
		{"collaborator_removed", "lia shop", func() error { return s.Collaborators.Remove(lia, s.members["lia"]) }},
		{"session_revoked", "lia", func() error { return s.Sessions.Revoke(lia, s.DB.Session.Query().FirstIDX(lia)) }},
		{"data_export_requested", "lia", func() error { _, err := s.Exports.Request(lia); return err }},
		{"data_export_ready", "lia", func() error { return s.Exports.MakeJob().Run(t.Context()) }},
		{"account_deletion_requested", "eve", func() error { return closing(s.World, eve, "eve") }},
		{"account_deletion_cancelled", "eve", func() error {
			_, err := s.Deletions.Cancel(t.Context(), s.Email("eve@example.com").Button.Secret)
			return err
		}},
		{"account_deletion_requested", "eve", func() error { return closing(s.World, eve, "eve") }},
		{"account_deleted", "eve", func() error { s.Clock.Move(testkit.Grace); return s.Deletions.RemoveJob().Run(t.Context()) }},
		{"app_scaled", "ada shop", func() error {
			_, err := s.Containers.Scale(ada, s.shop.ID, []*container.Wanted{{Type: "web", Amount: 1}})
			return err
		}},
		{"app_restarted", "ada shop", func() error { _, err := s.Containers.Restart(ada, s.shop.ID); return err }},
		{"app_stopped", "ada shop", func() error { _, err := s.Containers.Stop(ada, s.shop.ID); return err }},
		{"addon_requested", "ada shop", func() (err error) {
			redis, err = s.Addons.Provision(ada, s.shop.ID, addon.Wanted{Plan: "redis-s"})
			return err
		}},
		{"addon_provisioned", "ada shop", func() error { s.Clock.Move(addon.Ready); return s.Addons.SimulateJob().Run(t.Context()) }},
		{"addon_plan_changed", "ada shop", func() error { _, err := s.Addons.ChangePlan(ada, redis.ID, "redis-m"); return err }},
		{"addon_suspended", "ada shop", func() error { return reported(s.World, redis, addon.StateSuspended) }},
		{"addon_resumed", "ada shop", func() error { return reported(s.World, redis, addon.StateResumed) }},
		{"addon_failed", "ada shop", func() error { return reported(s.World, redis, addon.StateFailed) }},
		{"addon_removed", "ada shop", func() error { return s.Addons.Remove(ada, redis.ID, "redis") }},
		{"review_app_created", "ada review shop", func() (err error) {
			if review, err = s.ReviewApps.Create(ada, s.shop.ID, "main"); err == nil {
				s.streams["review"] = review.ID
			}
			return err
		}},
		{"review_app_deleted", "ada review shop", func() error { return s.Apps.Delete(ada, review.ID, "shop-main") }},
		{"app_renamed", "ada shop", func() error { _, err := s.Apps.Rename(ada, s.shop.ID, "store"); return err }},
		{"app_deleted", "ada shop", func() error { return s.Apps.Delete(ada, s.shop.ID, "store") }},
	} {
		happened[c.kind] = true
		before := s.counts(c.kind)
		testkit.Must(t, c.kind, c.do())
		var moved []string
		for name, n := range s.counts(c.kind) {
			if n > before[name]+1 {
				t.Errorf("%s stands twice in the timeline of %s", c.kind, name)
			}
			if n > before[name] {
				moved = append(moved, name)
			}
		}
		if slices.Sort(moved); strings.Join(moved, " ") != c.in {
			t.Errorf("%s stands in the timelines of %v, want %s", c.kind, moved, c.in)
		}
	}
	for _, kind := range timeline.EventTypes() {
		if !happened[string(kind)] {
			t.Errorf("%s did not happen: say in whose timelines it stands", kind)
		}
	}
	checkNumbers(t, s.World)
}

// emailed is the secret of the newest email to an address, where nothing failed.
func emailed(w *testkit.World, to string, err error) string {
	w.T.Helper()
	return testkit.Must(w.T, w.Email(to).Button, err).Secret
}

// inVain signs in with a wrong password.
func inVain(w *testkit.World, name string) error {
	_, err := w.Accounts.SignIn(w.Browser().Request(), signin.SignIn{Login: name, Password: "not the password"})
	if _, ok := problem.InputsOf(err); ok {
		return nil
	}
	return errors.Join(errors.New("it was not refused"), err)
}

// lockedOut tries wrong passwords until an account is locked, and returns the
// secret that unlocks it.
func lockedOut(w *testkit.World, name string) string {
	w.T.Helper()
	for range 100 {
		testkit.Must(w.T, 0, inVain(w, name))
		w.Clock.Move(time.Minute)
	}
	return emailed(w, name+"@example.com", nil)
}

func push1(w *testkit.World, ctx context.Context, appID uuid.UUID) error {
	return w.Deployments.Record(ctx, platform.Received{
		ID: uuid.New(), AppID: appID, KeyID: uuid.New(), At: w.Clock.Now(),
		Branches: []platform.Branch{{Ref: "refs/heads/main", Commit: strings.Repeat("a", 40)}},
	})
}

// expected is nil where a refusal came, which is what was wanted.
func expected(_ *ent.App, err error) error {
	if errors.As(err, new(*problem.Refusal)) {
		return nil
	}
	return errors.Join(errors.New("it was not refused"), err)
}

// closing confirms the deletion of an account.
func closing(w *testkit.World, ctx context.Context, name string) error {
	if _, err := w.Deletions.Request(ctx); err != nil {
		return err
	}
	_, err := w.Deletions.Confirm(w.T.Context(), w.Email(name+"@example.com").Button.Secret)
	return err
}

// reported has the platform report on an add-on.
func reported(w *testkit.World, a *ent.Addon, state addon.State) error {
	w.Clock.Move(time.Minute)
	system := viewer.AsSystem(w.T.Context())
	return store.Do(system, w.DB, func(tx *ent.Tx) error {
		return w.Addons.Report(system, tx, addon.Fact{Addon: a.ID, State: state, At: w.Clock.Now(), Key: string(state)})
	})
}

// counts is how many events of a kind stand in each stream.
func (s *stage) counts(kind string) map[string]int {
	counts := map[string]int{}
	for name, id := range s.streams {
		counts[name] = s.DB.Entry.Query().Where(entry.StreamID(id), entry.Type(kind)).CountX(viewer.AsSystem(s.T.Context()))
	}
	return counts
}

// Who may read and follow which timeline.
func TestWhoSeesWhichTimeline(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	testkit.Must(t, 0, s.invite("ivy"))
	testkit.Must(t, 0, s.invite("rob"))
	_, err := s.Collaborators.Accept(s.as["rob"], s.members["rob"])
	testkit.Must(t, 0, err)
	s.Deploy(s.as["rob"], s.shop, "robs")
	testkit.Must(t, 0, s.Collaborators.Remove(s.as["ada"], s.members["rob"]))
	s.Deploy(s.as["ada"], s.shop, "after rob")
	for who, ctx := range s.as {
		for what, id := range s.streams {
			sees := who == what || what == "shop" && slices.Contains([]string{"ada", "carl", "lia"}, who)
			c, err := s.Log.Page(ctx, id, page.Args{}, timeline.Filter{})
			_, err2 := s.Log.Head(ctx, id)
			start := position(id)
			followed, err3 := s.first(ctx, id, &start)
			for way, err := range map[string]error{"page": err, "head": err2, "follow": err3} {
				if sees && err != nil || !sees && !missing(err) {
					t.Errorf("%s on the timeline of %s, %s: %v", who, what, way, err)
				}
			}
			if sees != (c != nil && len(c.Edges) > 0) || sees != followed {
				t.Errorf("%s sees the timeline of %s: %v, %v, want %v", who, what, c, followed, sees)
			}
		}
	}
	for who, ctx := range map[string]context.Context{"nobody": viewer.WithNobody(t.Context()), "zero": viewer.With(t.Context(), viewer.Viewer{})} {
		for what, id := range s.streams {
			if _, err := s.Log.Page(ctx, id, page.Args{}, timeline.Filter{}); err == nil {
				t.Errorf("%s sees the timeline of %s", who, what)
			}
		}
		if _, err := s.Log.Page(ctx, uuid.Nil, page.Args{}, timeline.Filter{}); err == nil {
			t.Errorf("%s sees a timeline of nobody", who)
		}
	}
	want := []string{"collaborator_removed", "app_deployed", "collaborator_accepted", "collaborator_invited", "account_created"}
	if got := s.Timeline(s.as["rob"], s.streams["rob"]); !slices.Equal(got, want) {
		t.Errorf("rob keeps %v, want %v", got, want)
	}
	edges := all(t, s.as["rob"], s.Log, s.streams["rob"], timeline.Filter{})
	if h := timeline.HeadOf(edges[3].Node); h.App == nil || h.App.Name != "shop" {
		t.Errorf("his push was to %+v", h.App)
	}
}

// first follows a stream until something comes.
func (s *stage) first(ctx context.Context, id uuid.UUID, cursor *string) (bool, error) {
	for u, err := range s.Log.Follow(ctx, id, cursor, func(ctx context.Context) error { return s.Log.Visible(ctx, id) }) {
		return u != nil, err
	}
	return false, errors.New("it ended")
}

func missing(err error) bool {
	var r *problem.Refusal
	return errors.As(err, &r) && r.Reason == problem.NotFound
}

// sudo signs in and opens sudo mode, without the sign-in that makes an event.
func sudo(w *testkit.World, name string) error {
	a, err := w.DB.Account.Query().Where(entaccount.Username(name)).Only(viewer.AsSystem(w.T.Context()))
	if err != nil {
		return err
	}
	ctx := browser.With(auth.As(w.T.Context(), a), browser.Browser{Keep: func(browser.Cookie, string, time.Time) {}})
	session, err := w.DB.Session.Query().Order(ent.Desc(entsession.FieldID)).First(ctx)
	if err != nil {
		return err
	}
	v, _ := viewer.From(ctx)
	v.SessionID = session.ID
	password := testkit.Password
	_, err = w.Sudo.Enter(viewer.With(ctx, v), signin.SudoProof{Password: &password})
	return err
}
