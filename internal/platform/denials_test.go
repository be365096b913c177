package platform_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// However often a push is denied, the log has one event a minute, which tells of
// the others; somebody else's, to another app or for another reason, are none of
// them.
func TestR48_DeniedPushesWriteAnEventAMinute(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	ctx := s.as["owner"]
	events := func(ctx context.Context) (denied []*timeline.GitPushDeniedEvent) {
		p, err := s.Log.Page(ctx, viewer.ID(ctx), page.Args{}, timeline.Filter{Types: []timeline.EventType{"git_push_denied"}})
		for _, e := range testkit.Must(t, p, err).Edges {
			denied = append(denied, e.Node.(*timeline.GitPushDeniedEvent))
		}
		return denied
	}
	for i := range 50 {
		if _, err := s.Deployments.Open(ctx, fmt.Sprintf("none-%d", i), platform.Push); wrong(err) != "NOT_FOUND" {
			t.Fatal(err)
		}
		testkit.Must(t, 0, s.Deployments.Denied(ctx, s.app.ID, "shop", timeline.TooLarge))
	}
	if got := events(ctx); len(got) != 2 || got[0].Repeats != 0 || got[1].Repeats != 0 {
		t.Errorf("%+v", got)
	}
	testkit.Must(t, 0, s.Deployments.Denied(ctx, s.app.ID, "shop", timeline.Refused))
	testkit.Must(t, 0, s.Deployments.Denied(s.as["limited"], s.app.ID, "shop", timeline.TooLarge))
	s.Clock.Move(time.Minute)
	testkit.Must(t, 0, s.Deployments.Denied(ctx, s.app.ID, "shop", timeline.TooLarge))
	if got := events(ctx); len(got) != 4 || got[0].Repeats != 49 || got[1].Reason != timeline.Refused {
		t.Errorf("%+v", got)
	}
	if got := events(s.as["limited"]); len(got) != 1 {
		t.Errorf("of somebody else: %+v", got)
	}
	testkit.Must(t, 0, s.Deployments.Denied(ctx, s.app.ID, "shop", timeline.TooLarge))
	s.Clock.Move(time.Hour) // nobody is remembered longer
	testkit.Must(t, 0, s.Deployments.Denied(ctx, s.app.ID, "shop", timeline.TooLarge))
	if got := events(ctx); len(got) != 5 || got[0].Repeats != 0 {
		t.Errorf("%+v", got[0])
	}
}
