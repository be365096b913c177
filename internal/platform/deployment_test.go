package platform_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/event"
	"portico/internal/naming"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

func (s *team) received() platform.Received {
	return platform.Received{
		ID: uuid.New(), AppID: s.app.ID, KeyID: uuid.New(), KeyFingerprint: "SHA256:x", At: s.Clock.Now(),
		Branches: []platform.Branch{
			{Ref: "refs/heads/main", Commit: strings.Repeat("a", 40), Subject: "first"},
			{Ref: "refs/heads/next", Commit: strings.Repeat("b", 40), Subject: "Ünïcode „x“"},
		},
	}
}

// A push is recorded once, however often it is told of and by how many at once.
func TestAPushIsRecordedOnce(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	limited := s.as["limited"]
	push := s.received()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if err := s.Deployments.Record(limited, push); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	c, err := s.Deployments.Page(limited, s.app.ID, page.Args{})
	if testkit.Must(t, c, err); len(c.Edges) != 2 {
		t.Fatalf("%d deployments", len(c.Edges))
	}
	newest := c.Edges[0].Node
	if newest.Ref != "refs/heads/next" || newest.Subject != "Ünïcode „x“" || newest.PusherName != "limited" || newest.PusherID != viewer.ID(limited) || newest.SSHKeyID != push.KeyID {
		t.Errorf("%+v", newest)
	}
	a, err := s.Apps.Named(s.as["owner"], "shop")
	if testkit.Must(t, a, err); a.Edges.LastDeployment == nil || a.Edges.LastDeployment.ID != newest.ID {
		t.Errorf("the newest is %v", a.Edges.LastDeployment)
	}
	if got := s.Timeline(limited, viewer.ID(limited)); got[0] != "app_deployed" || got[1] != "app_deployed" || got[2] == "app_deployed" {
		t.Errorf("events %v", got)
	}
	s.Deploy(s.as["owner"], s.app, "another push")
	if c, err := s.Deployments.Page(limited, s.app.ID, page.Args{}); err != nil || len(c.Edges) != 3 {
		t.Errorf("another push: %v", err)
	}
}

func TestWhatIsNotRecorded(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	empty, gone := s.received(), s.received()
	empty.Branches, gone.AppID = nil, uuid.New()
	testkit.Must(t, 0, s.Deployments.Record(s.as["owner"], empty))
	testkit.Must(t, 0, s.Deployments.Record(s.as["owner"], gone))
	for name, ctx := range map[string]context.Context{"nobody": viewer.WithNobody(t.Context()), "the platform": viewer.AsSystem(t.Context())} {
		if err := s.Deployments.Record(ctx, s.received()); err == nil {
			t.Errorf("%s pushes", name)
		}
	}
	if n := s.DB.Deployment.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d deployments", n)
	}
}

// A push that was let in is recorded, once, also where the pusher was removed
// before it was: they see the app no more, and neither what they pushed.
func TestAPushOutlivesItsPushersMembership(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	removed, push := s.as["removed"], s.received()
	for range 2 {
		if err := s.Deployments.Record(removed, push); err != nil {
			t.Errorf("%v", err)
		}
	}
	if c, err := s.Deployments.Page(s.as["owner"], s.app.ID, page.Args{}); err != nil || len(c.Edges) != 2 || c.Edges[0].Node.PusherName != "removed" {
		t.Errorf("the owner sees %d, %v", len(c.Edges), err)
	}
	if c, err := s.Deployments.Page(removed, s.app.ID, page.Args{}); err != nil || len(c.Edges) != 0 {
		t.Errorf("the removed sees %d, %v", len(c.Edges), err)
	}
}

// A push may wait to be recorded for longer than its pusher's account is there:
// it brings back neither name nor key.
func TestR53_APushOutlivesItsPushersAccount(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	pusher, name := s.as["collaborator"], naming.Deleted+"abc"
	testkit.Must(t, 0, store.Do(viewer.AsSystem(t.Context()), s.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(pusher)).SetUsername(name).Exec(viewer.AsSystem(t.Context()))
	}))
	testkit.Must(t, 0, s.Deployments.Record(pusher, s.received()))
	for _, d := range s.DB.Deployment.Query().AllX(viewer.AsSystem(t.Context())) {
		if d.PusherName != name || d.KeyFingerprint != "" {
			t.Errorf("kept %q, %q", d.PusherName, d.KeyFingerprint)
		}
	}
	for _, e := range s.DB.Event.Query().Where(event.Type("app_deployed")).AllX(viewer.AsSystem(t.Context())) {
		if e.ActorName != name || strings.Contains(string(e.Data), "SHA256") {
			t.Errorf("kept %q, %s", e.ActorName, e.Data)
		}
	}
}

// Which pushes are refused, with what, and how it stands in the pusher's
// timeline and in the app's. Reading leaves no trace.
func TestDeniedPushes(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	for _, c := range []struct {
		who       string
		suspended bool
		name      string
		right     platform.Right
		want      string
		denied    timeline.GitPushDenialReason
		onApp     bool
	}{
		{who: "owner", name: "shop", right: platform.Push, want: "<nil>"},
		{who: "limited", name: "shop", right: platform.Push, want: "<nil>"},
		{who: "owner", name: "none", right: platform.Push, want: "NOT_FOUND", denied: timeline.NoSuchApp},
		{who: "owner", name: "SHOP", right: platform.Push, want: "NOT_FOUND", denied: timeline.NoSuchApp},
		{who: "owner", name: "none", right: platform.Read, want: "NOT_FOUND"},
		{who: "stranger", name: "shop", right: platform.Push, want: "NOT_FOUND", denied: timeline.NoSuchApp},
		{who: "stranger", name: "shop", right: platform.Read, want: "NOT_FOUND"},
		{who: "invited", name: "shop", right: platform.Push, want: "NOT_FOUND", denied: timeline.NoSuchApp},
		{who: "removed", name: "shop", right: platform.Push, want: "NOT_FOUND", denied: timeline.NoSuchApp},
		{who: "owner", suspended: true, name: "shop", right: platform.Push, want: "FORBIDDEN", denied: timeline.AccountSuspended, onApp: true},
		{who: "limited", suspended: true, name: "shop", right: platform.Push, want: "FORBIDDEN", denied: timeline.AccountSuspended, onApp: true},
		{who: "owner", suspended: true, name: "shop", right: platform.Read, want: "<nil>"},
		{who: "owner", name: "sh\x00op", right: platform.Push, want: "NOT_FOUND"},
		{who: "owner", name: "sh\xffop", right: platform.Push, want: "NOT_FOUND"},
	} {
		ctx := s.as[c.who]
		if c.suspended {
			ctx = suspended(ctx)
		}
		s.Clock.Move(time.Minute) // each denial has an event of its own
		own, apps := len(s.Timeline(ctx, viewer.ID(ctx))), len(s.Timeline(s.as["owner"], s.app.ID))
		_, err := s.Deployments.Open(ctx, c.name, c.right)
		if wrong(err) != c.want {
			t.Errorf("%s, %q: %s, want %s", c.who, c.name, wrong(err), c.want)
		}
		told, toldApp := len(s.Timeline(ctx, viewer.ID(ctx)))-own, len(s.Timeline(s.as["owner"], s.app.ID))-apps
		if (told == 1) != (c.denied != "") || (toldApp == 1) != c.onApp {
			t.Errorf("%s, %q: %d events, %d of the app", c.who, c.name, told, toldApp)
		}
		if c.denied == "" {
			continue
		}
		p, err := s.Log.Page(ctx, viewer.ID(ctx), page.Args{}, timeline.Filter{})
		e, ok := testkit.Must(t, p, err).Edges[0].Node.(*timeline.GitPushDeniedEvent)
		if !ok || e.Reason != c.denied || e.Repository != c.name || (e.App != nil) != c.onApp {
			t.Errorf("%s, %q: %v %+v", c.who, c.name, reflect.TypeOf(p.Edges[0].Node), e)
		}
	}
}

// A member cannot push to an app whose owner is suspended.
func TestAnAppOfASuspendedOwner(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	ctx := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		return tx.Account.Update().Where(account.Username("owner")).SetSuspendedAt(s.Clock.Now()).Exec(ctx)
	}))
	if _, err := s.Deployments.Open(s.as["limited"], "shop", platform.Push); wrong(err) != "FORBIDDEN" {
		t.Errorf("%v", err)
	}
	if _, err := s.Deployments.Open(s.as["limited"], "shop", platform.Read); err != nil {
		t.Errorf("reading: %v", err)
	}
}

// What git refused stands in the app's timeline only for who may see the app.
func TestDeniedByGit(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	for who, onApp := range map[string]bool{"owner": true, "limited": true, "stranger": false, "removed": false, "invited": false} {
		before := len(s.Timeline(s.as["owner"], s.app.ID))
		err := s.Deployments.Denied(s.as[who], s.app.ID, "shop", timeline.TooLarge)
		if after := len(s.Timeline(s.as["owner"], s.app.ID)); err != nil || (after > before) != onApp || s.Timeline(s.as[who], viewer.ID(s.as[who]))[0] != "git_push_denied" {
			t.Errorf("%s: %v, %d events of the app", who, err, after-before)
		}
	}
	if err := s.Deployments.Denied(s.as["owner"], uuid.New(), "gone", timeline.Refused); err != nil {
		t.Errorf("an app that is gone: %v", err)
	}
	if err := s.Deployments.Denied(viewer.WithNobody(t.Context()), s.app.ID, "shop", timeline.Refused); err == nil {
		t.Error("nobody's push is told of")
	}
}

// As many branches as one push may move are recorded as a whole, on both
// databases.
func TestR45_AThousandBranchesAreRecordedWhole(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	push := s.received()
	for i := range 998 {
		push.Branches = append(push.Branches, platform.Branch{Ref: fmt.Sprintf("refs/heads/b%d", i), Commit: strings.Repeat("c", 40), Subject: "many"})
	}
	for range 2 {
		testkit.Must(t, 0, s.Deployments.Record(s.as["owner"], push))
	}
	if n := s.DB.Deployment.Query().CountX(viewer.AsSystem(t.Context())); n != 1000 {
		t.Errorf("%d deployments", n)
	}
	c, err := s.Deployments.Page(s.as["owner"], s.app.ID, page.Args{})
	newest := testkit.Must(t, c, err).Edges[0].Node
	a, err := s.Apps.Named(s.as["owner"], "shop")
	if testkit.Must(t, a, err); newest.Ref != "refs/heads/b997" || a.Edges.LastDeployment.ID != newest.ID {
		t.Errorf("the newest is %s, and the app's %s", newest.Ref, a.Edges.LastDeployment.Ref)
	}
}

// An app may be deleted while its deployments are exported: they are gone with it.
func TestDeploymentsOfAnAppThatIsDeletedAreNotExported(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	testkit.Must(t, 0, s.Deployments.Record(s.as["owner"], s.received()))
	queries := 0
	s.DB.App.Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			if queries++; queries > 1 { // the first one lists the own apps
				q.(*ent.AppQuery).Where(app.ID(uuid.Nil))
			}
			return next.Query(ctx, q)
		})
	}))
	var b strings.Builder
	testkit.Must(t, 0, s.Deployments.Holding().Files[0].Write(s.as["owner"], &b, nil))
	if strings.Count(b.String(), "\n") != 1 || queries < 2 {
		t.Errorf("exported %s", b.String())
	}
}
