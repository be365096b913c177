package platform_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/internal/addon"
	"portico/internal/container"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

func wrong(err error) string { return testkit.InputErrors(err) }

// suspended is the same party after it was suspended.
func suspended(ctx context.Context) context.Context {
	v, _ := viewer.From(ctx)
	v.Suspended = true
	return viewer.With(ctx, v)
}

// A team is an app with everybody who can have to do with one.
type team struct {
	*testkit.World
	as      map[string]context.Context
	app     *ent.App
	members map[string]uuid.UUID
}

var everybody = []string{"owner", "collaborator", "limited", "invited", "removed", "stranger"}

func newTeam(t *testing.T) *team {
	s := &team{World: testkit.New(t), as: map[string]context.Context{}, members: map[string]uuid.UUID{}}
	for _, name := range append(everybody, "new") {
		s.as[name] = s.Verified(name)
	}
	s.app = s.App(s.as["owner"], "shop")
	for name, role := range map[string]collaborator.Role{"collaborator": "COLLABORATOR", "limited": "LIMITED", "removed": "COLLABORATOR"} {
		s.members[name] = s.Member(s.as["owner"], s.app, name, s.as[name], role).ID
	}
	c, err := s.Collaborators.Invite(s.as["owner"], s.app.ID, "invited", "COLLABORATOR")
	s.members["invited"] = testkit.Must(t, c, err).ID
	testkit.Must(t, 0, s.Collaborators.Remove(s.as["owner"], s.members["removed"]))
	return s
}

// What each role may do, as right.go has it and as the use cases do it. Whoever
// does not see the app is told that there is none.
func TestRightsOfRoles(t *testing.T) {
	t.Parallel()
	roles := map[string]platform.Role{"owner": platform.Owner, "collaborator": platform.Collaborator, "limited": platform.Limited}
	acts := map[platform.Right]func(*team, context.Context) error{
		platform.Read: func(s *team, ctx context.Context) error {
			_, err := s.Deployments.Open(ctx, "shop", platform.Read)
			return err
		},
		platform.Push: func(s *team, ctx context.Context) error {
			_, err := s.Deployments.Open(ctx, "shop", platform.Push)
			return err
		},
		platform.Rename: func(s *team, ctx context.Context) error {
			_, err := s.Apps.Rename(ctx, s.app.ID, "store")
			return err
		},
		platform.Scale: func(s *team, ctx context.Context) error {
			_, err := s.Containers.Scale(ctx, s.app.ID, []*container.Wanted{{Type: "web", Amount: 1}})
			return err
		},
		platform.RunOneOff: func(s *team, ctx context.Context) error {
			_, err := s.OneOffs.Run(ctx, s.app.ID, "rake", "M")
			return err
		},
		platform.ManageAddons: func(s *team, ctx context.Context) error {
			_, err := s.Addons.Provision(ctx, s.app.ID, addon.Wanted{Plan: "redis-s"})
			return err
		},
		platform.ManageReviewApps: func(s *team, ctx context.Context) error {
			s.push("owner", "main", "a")
			_, err := s.ReviewApps.Create(ctx, s.app.ID, "main")
			return err
		},
		platform.Transfer: func(s *team, ctx context.Context) error {
			_, err := s.Transfers.Offer(ctx, s.app.ID, "limited")
			return err
		},
		platform.Delete: func(s *team, ctx context.Context) error { return s.Apps.Delete(ctx, s.app.ID, "shop") },
		platform.ManageCollaborators: func(s *team, ctx context.Context) error {
			_, err := s.Collaborators.Invite(ctx, s.app.ID, "new", "LIMITED")
			_, err2 := s.Collaborators.ChangeRole(ctx, s.members["invited"], "LIMITED")
			if wrong(err) != wrong(err2) && (wrong(err) != "NOT_FOUND" || wrong(err2) != "FORBIDDEN") {
				return fmt.Errorf("invites %w, changes roles %w", err, err2)
			}
			return err
		},
	}
	if n := len(platform.Owner.Rights(&ent.App{})); n != len(acts) {
		t.Fatalf("%d rights, %d tested", n, len(acts))
	}
	for right, act := range acts {
		for _, who := range everybody {
			t.Run(string(right)+" "+who, func(t *testing.T) {
				t.Parallel()
				s := newTeam(t)
				role := roles[who]
				want := "<nil>"
				switch {
				case role == platform.NoRole:
					want = "NOT_FOUND"
				case !role.May(right, s.app):
					want = "FORBIDDEN"
				}
				if got := wrong(act(s, s.as[who])); got != want {
					t.Errorf("%s, want %s", got, want)
				}
				if a, err := s.Apps.Get(s.as[who], app.ID(s.app.ID)); err == nil && a != nil && platform.RoleOn(s.as[who], a) != role {
					t.Errorf("the role is %q", platform.RoleOn(s.as[who], a))
				} else if (a != nil) != (role != platform.NoRole) && right != platform.Delete {
					t.Errorf("sees %v", a)
				}
			})
		}
	}
	for _, role := range []platform.Role{platform.NoRole, "ADMIN"} {
		if rights := role.Rights(&ent.App{}); len(rights) > 0 {
			t.Errorf("%q may %v", role, rights)
		}
	}
}

func TestCreatingAndRenamingApps(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	owner := s.as["owner"]
	for _, c := range []struct {
		who        context.Context
		name, want string
	}{
		{owner, "second", "<nil>"},
		{owner, "second", "name TAKEN"},
		{s.as["stranger"], "second", "name TAKEN"},
		{owner, "", "name REQUIRED"},
		{owner, "Second", "name MALFORMED"},
		{owner, "api", "name RESERVED"},
		{owner, "x\x00y", "name MALFORMED"},
		{suspended(owner), "third", " ACCOUNT_SUSPENDED"},
		{suspended(owner), "3rd", "name MALFORMED,  ACCOUNT_SUSPENDED"},
	} {
		if a, err := s.Apps.Create(c.who, c.name); wrong(err) != c.want || err == nil && (a.Name != c.name || a.OwnerID != viewer.ID(c.who) || platform.RoleOn(c.who, a) != platform.Owner) {
			t.Errorf("create %q: %s, want %s", c.name, wrong(err), c.want)
		}
	}
	for _, c := range []struct {
		id         uuid.UUID
		name, want string
	}{
		{s.app.ID, "shop", "<nil>"}, // the same: nothing happens
		{s.app.ID, "store", "<nil>"},
		{s.app.ID, "second", "name TAKEN"},
		{s.app.ID, "", "name REQUIRED"},
		{uuid.New(), "store-2", "NOT_FOUND"},
		{uuid.Nil, "store-2", "NOT_FOUND"},
	} {
		if _, err := s.Apps.Rename(owner, c.id, c.name); wrong(err) != c.want {
			t.Errorf("rename to %q: %s, want %s", c.name, wrong(err), c.want)
		}
	}
	if got := s.Timeline(owner, viewer.ID(owner)); !slices.Equal(got[:2], []string{"app_renamed", "app_created"}) || slices.Index(got[1:], "app_renamed") >= 0 {
		t.Errorf("events %v", got)
	}
	for name, want := range map[string]bool{"store": true, "shop": false, "STORE": false, "stor": false, "store\x00": false, "stor\xff": false, "%": false} {
		a, err := s.Apps.Named(owner, name)
		if err != nil || (a != nil) != want {
			t.Errorf("%q: %v, %v", name, a, err)
		}
	}
}

func TestDeletingApps(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	owner := s.as["owner"]
	var discarded []uuid.UUID
	s.Apps.Discard = func(id uuid.UUID) { discarded = append(discarded, id) }
	s.Deploy(owner, s.app, "first")
	for _, typed := range []string{"", "Shop", "shop ", "sho"} {
		if err := s.Apps.Delete(owner, s.app.ID, typed); wrong(err) != "confirmName NAME_MISMATCH" {
			t.Errorf("%q: %v", typed, err)
		}
	}
	if len(discarded) > 0 {
		t.Errorf("discarded %v", discarded)
	}
	testkit.Must(t, 0, s.Apps.Delete(owner, s.app.ID, "shop"))
	if err := s.Apps.Delete(owner, s.app.ID, "shop"); wrong(err) != "NOT_FOUND" || !slices.Equal(discarded, []uuid.UUID{s.app.ID}) {
		t.Errorf("twice: %v, discarded %v", err, discarded)
	}
	ctx := viewer.AsSystem(t.Context())
	if n := s.DB.Collaborator.Query().CountX(ctx) + s.DB.Deployment.Query().CountX(ctx); n != 0 {
		t.Errorf("%d rows of it are left", n)
	}
	if _, err := s.Log.Page(owner, s.app.ID, page.Args{}, timeline.Filter{}); wrong(err) != "NOT_FOUND" {
		t.Errorf("its timeline: %v", err)
	}
	if got := s.Timeline(s.as["collaborator"], viewer.ID(s.as["collaborator"])); !slices.Contains(got, "collaborator_accepted") {
		t.Errorf("the past of a member: %v", got)
	}
	if a := s.App(owner, "shop"); a.ID == s.app.ID {
		t.Error("an id was used again")
	}
}

func TestTheLimitOfApps(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	owner := s.as["owner"]
	testkit.Must(t, 0, store.Do(owner, s.DB, func(tx *ent.Tx) error {
		var rows []*ent.AppCreate
		for n := range 499 {
			rows = append(rows, tx.App.Create().SetName(fmt.Sprintf("app-%d", n)).SetOwnerID(viewer.ID(owner)).SetCreatedAt(s.Clock.Now()))
		}
		return tx.App.CreateBulk(rows...).Exec(owner)
	}))
	if _, err := s.Apps.Create(owner, "one-more"); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("%v", err)
	}
	if _, err := s.Apps.Create(s.as["collaborator"], "hers"); err != nil {
		t.Errorf("a shared app counts as one's own: %v", err)
	}
}
