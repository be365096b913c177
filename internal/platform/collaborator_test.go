package platform_test

import (
	"fmt"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func TestInviting(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	for _, c := range []struct{ who, whom, want string }{
		{"owner", "new", "<nil>"},
		{"owner", "new", "username ALREADY_MEMBER"},
		{"owner", "invited", "username ALREADY_MEMBER"},
		{"owner", "limited", "username ALREADY_MEMBER"},
		{"owner", "owner", "username ALREADY_MEMBER"},
		{"owner", "removed", "<nil>"}, // once more
		{"owner", "nobody", "username NO_SUCH_USER"},
		{"owner", "Stranger", "username NO_SUCH_USER"},
		{"owner", "strange", "username NO_SUCH_USER"},
		{"owner", "stranger@example.com", "username NO_SUCH_USER"},
		{"owner", "", "username NO_SUCH_USER"},
		{"owner", "stranger\x00", "username NO_SUCH_USER"},
		{"owner", "strange\xff", "username NO_SUCH_USER"},
		{"limited", "stranger", "FORBIDDEN"},
		{"limited", "nobody", "FORBIDDEN"}, // not a way to ask for names
		{"invited", "stranger", "NOT_FOUND"},
		{"stranger", "stranger", "NOT_FOUND"},
	} {
		got, err := s.Collaborators.Invite(s.as[c.who], s.app.ID, c.whom, collaborator.RoleLIMITED)
		if wrong(err) != c.want || err == nil && (got.AcceptedAt != nil || got.Role != "LIMITED" || got.Edges.Account.Username != c.whom) {
			t.Errorf("%s invites %q: %s, want %s; %+v", c.who, c.whom, wrong(err), c.want, got)
		}
	}
	for _, id := range []uuid.UUID{uuid.New(), uuid.Nil} {
		if _, err := s.Collaborators.Invite(s.as["owner"], id, "new", "LIMITED"); wrong(err) != "NOT_FOUND" {
			t.Errorf("to no app: %v", err)
		}
	}
}

// R58: an account whose email is not verified works on its own apps, and invites
// nobody. It can be invited.
func TestR58_AnUnverifiedAccountInvitesNobody(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	newcomer := s.Account("newcomer")
	own := s.App(newcomer, "own-app")
	s.Deploy(newcomer, own, "Works on its own apps")
	if _, err := s.Collaborators.Invite(newcomer, own.ID, "stranger", "LIMITED"); wrong(err) != " EMAIL_NOT_VERIFIED" {
		t.Errorf("it invites: %v", err)
	}
	if _, err := s.Collaborators.Invite(newcomer, s.app.ID, "stranger", "LIMITED"); wrong(err) != "NOT_FOUND" {
		t.Errorf("to another's app: %v", err)
	}
	s.Member(s.as["owner"], s.app, "newcomer", newcomer, "LIMITED")
	s.Verify(newcomer)
	c, err := s.Collaborators.Invite(newcomer, own.ID, "stranger", "LIMITED")
	testkit.Must(t, c, err)
}

func TestInvitationsAreForTheInvited(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	for _, who := range everybody {
		all, err := s.Collaborators.Invitations(s.as[who])
		if want := map[string]int{"invited": 1}[who]; err != nil || len(all) != want {
			t.Errorf("%s has %d invitations, want %d: %v", who, len(all), want, err)
		}
		for _, c := range all {
			if c.Edges.App.Name != "shop" || c.Edges.App.Edges.Owner.Username != "owner" {
				t.Errorf("to %v", c.Edges.App)
			}
		}
		if who == "invited" {
			continue
		}
		if _, err := s.Collaborators.Accept(s.as[who], s.members["invited"]); wrong(err) != "NOT_FOUND" {
			t.Errorf("%s accepts it: %v", who, err)
		}
	}
	invited := s.as["invited"]
	if _, err := s.Deployments.Open(invited, "shop", platform.Read); wrong(err) != "NOT_FOUND" {
		t.Errorf("before accepting: %v", err)
	}
	a, err := s.Collaborators.Accept(invited, s.members["invited"])
	if testkit.Must(t, a, err); platform.RoleOn(invited, a) != platform.Collaborator {
		t.Errorf("the role is %q", platform.RoleOn(invited, a))
	}
	if _, err := s.Collaborators.Accept(invited, s.members["invited"]); wrong(err) != "NOT_FOUND" {
		t.Errorf("twice: %v", err)
	}
	if all, err := s.Collaborators.Invitations(viewer.WithNobody(t.Context())); err != nil || len(all) > 0 {
		t.Errorf("nobody has %v, %v", all, err)
	}
}

// Accepting, changing and removing side by side happens once each.
// An invitation is to an app that a confined token was not made for: the token neither
// sees nor accepts nor declines it.
func TestR52_AConfinedTokenHasNoInvitations(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	invited := s.as["invited"]
	own := s.App(invited, "own-app")
	v, _ := viewer.From(invited)
	v.TokenID, v.Apps = uuid.New(), []uuid.UUID{own.ID}
	confined := viewer.With(invited, v)
	if all, err := s.Collaborators.Invitations(confined); err != nil || len(all) != 0 {
		t.Errorf("it sees %d, %v", len(all), err)
	}
	if _, err := s.Collaborators.Accept(confined, s.members["invited"]); wrong(err) != "NOT_FOUND" {
		t.Errorf("it accepts: %v", err)
	}
	if err := s.Collaborators.Remove(confined, s.members["invited"]); wrong(err) != "NOT_FOUND" {
		t.Errorf("it declines: %v", err)
	}
	if all, err := s.Collaborators.Invitations(invited); err != nil || len(all) != 1 {
		t.Errorf("their owner sees %d, %v", len(all), err)
	}
}

func TestChangingRoles(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	for _, c := range []struct {
		who, whom string
		role      collaborator.Role
		want      string
	}{
		{"owner", "limited", "COLLABORATOR", "<nil>"},
		{"owner", "limited", "COLLABORATOR", "<nil>"}, // the same: nothing happens
		{"owner", "invited", "LIMITED", "<nil>"},
		{"collaborator", "collaborator", "LIMITED", "FORBIDDEN"},
		{"collaborator", "limited", "LIMITED", "FORBIDDEN"},
		{"limited", "limited", "LIMITED", "FORBIDDEN"},
		{"invited", "invited", "COLLABORATOR", "NOT_FOUND"},
		{"invited", "limited", "LIMITED", "NOT_FOUND"},
		{"stranger", "limited", "LIMITED", "NOT_FOUND"},
		{"owner", "removed", "LIMITED", "NOT_FOUND"},
	} {
		got, err := s.Collaborators.ChangeRole(s.as[c.who], s.members[c.whom], c.role)
		if wrong(err) != c.want || err == nil && got.Role != c.role {
			t.Errorf("%s makes %s %s: %s, want %s", c.who, c.whom, c.role, wrong(err), c.want)
		}
	}
	if got := s.Timeline(s.as["owner"], s.app.ID); fmt.Sprint(got[:3]) != "[collaborator_role_changed collaborator_role_changed collaborator_removed]" {
		t.Errorf("events %v", got)
	}
}

func TestRemoving(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ who, whom, want string }{
		{"owner", "limited", "<nil>"},
		{"owner", "invited", "<nil>"},
		{"limited", "limited", "<nil>"},
		{"invited", "invited", "<nil>"},
		{"limited", "collaborator", "FORBIDDEN"},
		{"collaborator", "limited", "FORBIDDEN"},
		{"collaborator", "invited", "FORBIDDEN"},
		{"invited", "limited", "NOT_FOUND"},
		{"removed", "limited", "NOT_FOUND"},
		{"stranger", "limited", "NOT_FOUND"},
		{"owner", "removed", "NOT_FOUND"},
	} {
		t.Run(c.who+" "+c.whom, func(t *testing.T) {
			t.Parallel()
			s := newTeam(t)
			if err := s.Collaborators.Remove(s.as[c.who], s.members[c.whom]); wrong(err) != c.want {
				t.Errorf("%s, want %s", wrong(err), c.want)
			}
			if _, err := s.Deployments.Open(s.as[c.whom], "shop", platform.Read); c.want == "<nil>" && wrong(err) != "NOT_FOUND" {
				t.Errorf("and still opens it: %v", err)
			}
		})
	}
}

// Who sees whom on the app's list.
func TestWhoSeesCollaborators(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	for who, want := range map[string]int{"owner": 3, "collaborator": 3, "limited": 3, "invited": 1, "removed": 0, "stranger": 0} {
		c, err := s.Collaborators.Page(s.as[who], s.app.ID, page.Args{})
		if err != nil || len(c.Edges) != want {
			t.Errorf("%s sees %d, want %d: %v", who, len(c.Edges), want, err)
			continue
		}
		if n, err := c.TotalCount(s.as[who]); int(n) != want || err != nil {
			t.Errorf("%s counts %d: %v", who, n, err)
		}
	}
}

func TestTheLimitOfCollaborators(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	ctx := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		for n := range 97 {
			name := fmt.Sprintf("user-%d", n)
			a := tx.Account.Create().SetUsername(name).SetEmail(name).SetEmailKey(name).SetCreatedAt(s.Clock.Now()).SaveX(ctx)
			tx.Collaborator.Create().SetAppID(s.app.ID).SetAccountID(a.ID).SetRole("LIMITED").SetCreatedAt(s.Clock.Now()).ExecX(ctx)
		}
		return nil
	}))
	if _, err := s.Collaborators.Invite(s.as["owner"], s.app.ID, "new", "LIMITED"); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("%v", err)
	}
}
