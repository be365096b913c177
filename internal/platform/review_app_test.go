package platform_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/container"
	"portico/ent/lifespan"
	"portico/internal/catalog"
	containers "portico/internal/container"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// push moves a branch of the team's app to a commit.
func (s *team) push(who, branch, commit string) {
	s.T.Helper()
	testkit.Must(s.T, 0, s.Deployments.Record(s.as[who], platform.Received{
		ID: uuid.Must(uuid.NewV7()), AppID: s.app.ID, KeyID: uuid.Must(uuid.NewV7()), KeyFingerprint: "SHA256:test", At: s.Business.Now(),
		Branches: []platform.Branch{{Ref: "refs/heads/" + branch, Commit: strings.Repeat(commit, 40), Subject: "Change " + commit}},
	}))
}

// review pushes a branch and makes a review app of it.
func (s *team) review(who, branch string) *ent.App {
	s.T.Helper()
	s.push("owner", branch, "a")
	a, err := s.ReviewApps.Create(s.as[who], s.app.ID, branch)
	return testkit.Must(s.T, a, err)
}

func (s *team) scale(amount int32) {
	s.T.Helper()
	_, err := s.Containers.Scale(s.as["owner"], s.app.ID, []*containers.Wanted{{Type: "web", Amount: amount}, {Type: "worker", Amount: 0}})
	testkit.Must(s.T, 0, err)
}

// sees is the viewer's role on an app, or that they don't see it.
func (s *team) sees(ctx context.Context, id uuid.UUID) platform.Role {
	s.T.Helper()
	a, err := s.Apps.Get(ctx, app.ID(id))
	if testkit.Must(s.T, a, err) == nil {
		return platform.NoRole
	}
	return platform.RoleOn(ctx, a)
}

func TestAReviewAppIsMadeOfABranch(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.scale(3)
	a := s.review("collaborator", "Fix/The_Login")
	if a.Name != "shop-fix-the-login" {
		t.Errorf("its name is %s", a.Name)
	}
	if a.OwnerID != s.app.OwnerID {
		t.Errorf("it is %s's", a.Edges.Owner.Username)
	}
	if a.Edges.Parent.Name != "shop" || *a.Branch != "Fix/The_Login" {
		t.Errorf("it reviews %s of %v", *a.Branch, a.Edges.Parent)
	}
	if d := a.Edges.LastDeployment; d == nil || d.Subject != "Change a" || d.PusherName != "collaborator" || d.Ref != "refs/heads/Fix/The_Login" {
		t.Errorf("deployed: %+v", d)
	}
	if a.Status != app.StatusSTARTING {
		t.Errorf("it is %s", a.Status)
	}
	if c := a.Edges.Containers; len(c) != 1 || c[0].Type != "web" || c[0].Amount != 1 || c[0].Plan != "M" {
		t.Errorf("it runs %v", c)
	}
	want := []string{"app_scaled", "app_deployed", "review_app_created"}
	if got := s.Timeline(s.as["limited"], a.ID); !slices.Equal(got, want) {
		t.Errorf("its timeline: %v", got)
	}
	if got := s.Timeline(s.as["limited"], s.app.ID); got[0] != "review_app_created" || slices.Contains(got[1:], "review_app_created") {
		t.Errorf("the app's timeline: %v", got)
	}
	all, err := s.ReviewApps.Page(s.as["limited"], s.app, page.Args{})
	if edges := testkit.Must(t, all, err).Edges; len(edges) != 1 || edges[0].Node.ID != a.ID {
		t.Errorf("the app's review apps: %v", edges)
	}
	mine, err := s.Apps.Page(s.as["owner"], page.Args{}, platform.Filter{})
	if edges := testkit.Must(t, mine, err).Edges; len(edges) != 1 || edges[0].Node.ID != s.app.ID {
		t.Errorf("the owner's apps: %v", edges)
	}
}

// An app without containers has review apps without.
func TestAReviewAppOfAnAppWithoutContainers(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	if a := s.review("owner", "main"); a.Status != app.StatusNEW || len(a.Edges.Containers) != 0 {
		t.Errorf("%s, %v", a.Status, a.Edges.Containers)
	}
}

// A size that is retired is kept by those who have it, and sold to nobody: a review app
// has the next one instead.
func TestAReviewAppBuysNoRetiredSize(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	small, largest := "S", "2XL"
	a, err := s.Containers.Scale(s.as["owner"], s.app.ID, []*containers.Wanted{{Type: "web", Amount: 1, Size: &small}, {Type: "worker", Amount: 1}})
	testkit.Must(t, a, err)
	s.retire(small, largest)
	r := s.review("collaborator", "main")
	if c := r.Edges.Containers; len(c) != 2 || c[0].Plan != "M" || c[1].Plan != "M" {
		t.Errorf("it runs %v", c)
	}
}

// Where nothing is sold any more that costs as much, there is no review app.
func TestNoReviewAppInsteadOfTheLargestSize(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	largest := "2XL"
	a, err := s.Containers.Scale(s.as["owner"], s.app.ID, []*containers.Wanted{{Type: "web", Amount: 1, Size: &largest}, {Type: "worker", Amount: 1}})
	testkit.Must(t, a, err)
	s.retire(largest)
	s.push("owner", "main", "a")
	if _, err := s.ReviewApps.Create(s.as["owner"], s.app.ID, "main"); wrong(err) != " NO_SUCH_PLAN" {
		t.Errorf("a review app: %v", err)
	}
	if n := s.DB.App.Query().CountX(s.as["owner"]); n != 1 {
		t.Errorf("%d apps", n)
	}
	s.scale(0)
	s.review("owner", "main") // what doesn't run, isn't bought
}

// retire has sizes no longer sold.
func (s *team) retire(sizes ...string) {
	s.T.Helper()
	file := catalog.Default
	for _, name := range sizes {
		file = strings.Replace(file, "- name: "+name+"\n", "- name: "+name+"\n    retired: true\n", 1)
	}
	_, err := s.Catalog.Apply(s.T.Context(), file)
	testkit.Must(s.T, 0, err)
}

func TestWhatCannotBeReviewed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before       func(*team)
		branch, want string
	}{
		"no branch":       {nil, "", "branch REQUIRED"},
		"never pushed":    {nil, "other", "branch NO_SUCH_BRANCH"},
		"unwritten":       {nil, "\x00", "branch NO_SUCH_BRANCH"},
		"very long":       {nil, strings.Repeat("a", 1<<20), "branch NO_SUCH_BRANCH"},
		"a second time":   {func(s *team) { s.review("owner", "main") }, "main", "branch TAKEN"},
		"one too many":    {func(s *team) { s.reviewsUpTo(20) }, "main", " LIMIT_REACHED"},
		"all names taken": {func(s *team) { s.take("shop-main", 50) }, "main", "branch TAKEN"},
		"being deleted": {func(s *team) {
			s.set("owner", func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetClosingAt(time.Now()) })
		}, "main", " ACCOUNT_CLOSING"},
		"owner on hold": {func(s *team) {
			s.set("owner", func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetSuspendedAt(time.Now()) })
		}, "main", " ACCOUNT_SUSPENDED"},
		"without a method": {func(s *team) { s.ReviewApps.Starts.Gate = platform.GateMethod }, "main", " BILLING_REQUIRED"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newTeam(t)
			s.push("owner", "main", "a")
			if c.before != nil {
				c.before(s)
			}
			if _, err := s.ReviewApps.Create(s.as["collaborator"], s.app.ID, c.branch); wrong(err) != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

func (s *team) reviewsUpTo(n int) {
	for i := range n {
		s.review("owner", fmt.Sprintf("branch-%d", i))
	}
}

// take takes a name for an app, and those with a number.
func (s *team) take(name string, upTo int) {
	for i := 1; i <= upTo; i++ {
		one := name
		if i > 1 {
			one += fmt.Sprintf("-%d", i)
		}
		s.App(s.as["stranger"], one)
	}
}

func TestAReviewAppTakesTheNextFreeName(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.take("shop-main", 2)
	if a := s.review("owner", "main"); a.Name != "shop-main-3" {
		t.Errorf("it is called %s", a.Name)
	}
}

// A review app has the rights of its app, but for what is decided there.
func TestRightsOnReviewApps(t *testing.T) {
	t.Parallel()
	acts := map[platform.Right]func(*team, context.Context, *ent.App) error{
		platform.Rename: func(s *team, ctx context.Context, a *ent.App) error {
			_, err := s.Apps.Rename(ctx, a.ID, "store")
			return err
		},
		platform.Delete: func(s *team, ctx context.Context, a *ent.App) error { return s.Apps.Delete(ctx, a.ID, a.Name) },
		platform.Scale: func(s *team, ctx context.Context, a *ent.App) error {
			_, err := s.Containers.Scale(ctx, a.ID, []*containers.Wanted{{Type: "web", Amount: 1}})
			return err
		},
		platform.ManageCollaborators: func(s *team, ctx context.Context, a *ent.App) error {
			_, err := s.Collaborators.Invite(ctx, a.ID, "new", "LIMITED")
			return err
		},
		platform.ManageReviewApps: func(s *team, ctx context.Context, a *ent.App) error {
			_, err := s.ReviewApps.Create(ctx, a.ID, "main")
			return err
		},
		platform.Transfer: func(s *team, ctx context.Context, a *ent.App) error {
			_, err := s.Transfers.Offer(ctx, a.ID, "limited")
			return err
		},
	}
	for who, may := range map[string][]platform.Right{
		"owner":        {platform.Rename, platform.Delete, platform.Scale},
		"collaborator": {platform.Delete, platform.Scale},
		"limited":      {},
	} {
		for right, act := range acts {
			t.Run(who+" "+string(right), func(t *testing.T) {
				t.Parallel()
				s := newTeam(t)
				a := s.review("owner", "main")
				want := "FORBIDDEN"
				if slices.Contains(may, right) {
					want = "<nil>"
				}
				if got := wrong(act(s, s.as[who], a)); got != want {
					t.Errorf("%s, want %s", got, want)
				}
			})
		}
	}
}

// Who sees an app sees its review apps, and nobody else does.
func TestWhoSeesReviewApps(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	a := s.review("owner", "main")
	for who, want := range map[string]platform.Role{
		"owner": platform.Owner, "collaborator": platform.Collaborator, "limited": platform.Limited,
		"invited": platform.NoRole, "removed": platform.NoRole, "stranger": platform.NoRole,
	} {
		if got := s.sees(s.as[who], a.ID); got != want {
			t.Errorf("%s is %q to it, want %q", who, got, want)
		}
	}
	other := s.App(s.as["owner"], "other")
	for of, want := range map[uuid.UUID]platform.Role{s.app.ID: platform.Owner, other.ID: platform.NoRole} {
		token := viewer.With(t.Context(), viewer.Viewer{AccountID: s.app.OwnerID, TokenID: uuid.New(), Apps: []uuid.UUID{of}})
		if got := s.sees(token, a.ID); got != want {
			t.Errorf("a token confined to %s is %q to it, want %q", of, got, want)
		}
	}
	testkit.Must(t, 0, s.Collaborators.Remove(s.as["owner"], s.members["limited"]))
	if got := s.sees(s.as["limited"], a.ID); got != platform.NoRole {
		t.Errorf("a removed collaborator is %q to it", got)
	}
	if _, err := s.Log.Head(s.as["stranger"], a.ID); err == nil {
		t.Error("a stranger reads its timeline")
	}
}

func TestAPushReachesTheReviewAppsOfItsBranch(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	main, login := s.review("owner", "main"), s.review("owner", "login")
	s.push("limited", "login", "b")
	for a, want := range map[*ent.App]string{main: "Change a", login: "Change b"} {
		now, err := s.Apps.Get(s.as["owner"], app.ID(a.ID))
		if got := testkit.Must(t, now, err).Edges.LastDeployment.Subject; got != want {
			t.Errorf("%s has %q, want %q", a.Name, got, want)
		}
	}
	if got := s.Timeline(s.as["owner"], login.ID); !slices.Equal(got, []string{"app_deployed", "app_deployed", "review_app_created"}) {
		t.Errorf("its timeline: %v", got)
	}
}

func TestAReviewAppHasNoRepository(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	a := s.review("owner", "main")
	for _, right := range []platform.Right{platform.Read, platform.Push} {
		_, err := s.Deployments.Open(s.as["collaborator"], a.Name, right)
		r := new(problem.Refusal)
		if !errors.As(err, &r) || !strings.Contains(r.Error(), "use shop, and push to its branch main") {
			t.Errorf("%s: %v", right, err)
		}
	}
	if got := s.Timeline(s.as["collaborator"], viewer.ID(s.as["collaborator"])); got[0] != "git_push_denied" {
		t.Errorf("the pusher's timeline: %v", got)
	}
	if _, err := s.Deployments.Open(s.as["stranger"], a.Name, platform.Push); wrong(err) != "NOT_FOUND" {
		t.Errorf("a stranger: %v", err)
	}
}

func TestAnAppIsDeletedWithItsReviewApps(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.scale(1)
	a, b := s.review("owner", "main"), s.review("owner", "login")
	var told []uuid.UUID
	s.Bus.Listen(bus.Listener{Moved: s.Log.Wake, RightsChanged: func(who uuid.UUID) { told = append(told, who) }})
	if err := s.Apps.Delete(s.as["owner"], s.app.ID, a.Name); wrong(err) != "confirmName NAME_MISMATCH" {
		t.Errorf("deleted under another name: %v", err)
	}
	if s.sees(s.as["owner"], a.ID) != platform.Owner {
		t.Error("a review app was deleted all the same")
	}
	testkit.Must(t, 0, s.Apps.Delete(s.as["owner"], s.app.ID, "shop"))
	if n := s.DB.App.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d apps are left", n)
	}
	if got := s.Timeline(s.as["owner"], s.app.OwnerID); !slices.Equal(got[:3], []string{"app_deleted", "review_app_deleted", "review_app_deleted"}) {
		t.Errorf("the owner's timeline: %v", got)
	}
	if !slices.Contains(told, viewer.ID(s.as["limited"])) {
		t.Error("what a collaborator has open isn't decided again")
	}
	open := s.DB.Lifespan.Query().Where(lifespan.EndedAtIsNil()).CountX(viewer.AsSystem(t.Context()))
	if open != 0 {
		t.Errorf("%d lifespans of %v still run", open, b)
	}
}

func TestACollaboratorDeletesAReviewApp(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	a := s.review("owner", "main")
	testkit.Must(t, 0, s.Apps.Delete(s.as["collaborator"], a.ID, a.Name))
	if got := s.Timeline(s.as["limited"], s.app.ID); got[0] != "review_app_deleted" {
		t.Errorf("the app's timeline: %v", got)
	}
	edges, err := s.Log.Page(s.as["limited"], s.app.ID, page.Args{}, timeline.Filter{})
	if e, ok := testkit.Must(t, edges, err).Edges[0].Node.(*timeline.ReviewAppDeletedEvent); !ok || e.Parent.Name != "shop" || e.Branch != "main" || e.App.Name != "shop-main" {
		t.Errorf("the event: %+v", e)
	}
	if a := s.review("collaborator", "main"); a.Name != "shop-main" {
		t.Errorf("made again it is called %s", a.Name)
	}
}

func TestStoppingAnAppStopsItsReviewApps(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.scale(2)
	running, empty := s.review("owner", "main"), s.review("owner", "login")
	_, err := s.Containers.Stop(s.as["owner"], empty.ID)
	testkit.Must(t, 0, err)
	_, err = s.Containers.Stop(s.as["collaborator"], s.app.ID)
	testkit.Must(t, 0, err)
	if n := s.DB.Container.Query().Where(container.AmountGT(0)).CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d types of containers are ordered", n)
	}
	for a, want := range map[*ent.App]string{running: "app_stopped app_scaled", empty: "app_stopped app_scaled"} {
		if got := s.Timeline(s.as["owner"], a.ID); !strings.HasPrefix(strings.Join(got, " "), want) {
			t.Errorf("the timeline of %s: %v", a.Name, got)
		}
	}
	a, err := s.Apps.Get(s.as["owner"], app.ID(running.ID))
	if testkit.Must(t, a, err).Status != app.StatusSTOPPED {
		t.Errorf("it is %s", a.Status)
	}
}

func TestAnAppIsTransferredWithItsReviewApps(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.scale(1)
	a := s.review("owner", "main")
	s.Clock.Move(time.Hour)
	s.RunDue(s.Jobs()...)
	s.accept("collaborator", s.offer("collaborator"))
	for who, want := range map[string]platform.Role{"owner": platform.Collaborator, "collaborator": platform.Owner, "limited": platform.Limited} {
		if got := s.sees(s.as[who], a.ID); got != want {
			t.Errorf("%s is %q to it, want %q", who, got, want)
		}
	}
	pays := s.DB.Lifespan.Query().Where(lifespan.AppID(a.ID), lifespan.EndedAtIsNil()).OnlyX(viewer.AsSystem(t.Context()))
	if pays.AccountID != viewer.ID(s.as["collaborator"]) {
		t.Errorf("%s pays for it", pays.AccountID)
	}
}

// R98: Git takes branches with control characters, and ones that reverse a text. Whoever
// pushes to a review app reads its branch in a terminal.
func TestR98_TheBranchOfAReviewAppIsCutInMessages(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	a := s.review("collaborator", "x\u009b2J\u202e"+strings.Repeat("y", 200))
	_, err := s.Deployments.Open(s.as["owner"], a.Name, platform.Push)
	if text := fmt.Sprint(err); strings.ContainsAny(text, "\u009b\u202e") || !strings.Contains(text, "x2J"+strings.Repeat("y", 37)+".") {
		t.Errorf("the owner's terminal shows %q", text)
	}
}

// Another app may get the name after it was found to be free.
func TestAReviewAppThatLosesItsName(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.push("owner", "main", "a")
	s.DB.App.Use(func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if a, ok := m.(*ent.AppMutation); ok && a.Op().Is(ent.OpCreate) {
				a.SetName("shop")
			}
			return next.Mutate(ctx, m)
		})
	})
	if _, err := s.ReviewApps.Create(s.as["owner"], s.app.ID, "main"); wrong(err) != "branch TAKEN" {
		t.Errorf("%v", err)
	}
}
