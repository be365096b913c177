package platform_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"portico/internal/platform"
	"portico/internal/testkit"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

// R50: whoever loses a right on an app, or has another one, is named to those who
// end what runs with it.
func TestR50LostRightsAreTold(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		act  func(s *team) error
		want []string
	}{
		"removed": {func(s *team) error { return s.Collaborators.Remove(s.as["owner"], s.members["limited"]) }, []string{"limited"}},
		"leaves":  {func(s *team) error { return s.Collaborators.Remove(s.as["limited"], s.members["limited"]) }, []string{"limited"}},
		"another role": {func(s *team) error {
			_, err := s.Collaborators.ChangeRole(s.as["owner"], s.members["limited"], "COLLABORATOR")
			return err
		}, []string{"limited"}},
		"app deleted":     {func(s *team) error { return s.Apps.Delete(s.as["owner"], s.app.ID, "shop") }, []string{"collaborator", "invited", "limited", "owner"}},
		"a stranger asks": {func(s *team) error { _ = s.Collaborators.Remove(s.as["stranger"], s.members["limited"]); return nil }, nil},
		"a collaborator asks": {func(s *team) error {
			_ = s.Collaborators.Remove(s.as["collaborator"], s.members["limited"])
			return nil
		}, nil},
		"a wrong name typed": {func(s *team) error { _ = s.Apps.Delete(s.as["owner"], s.app.ID, "shpo"); return nil }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newTeam(t)
			names := map[uuid.UUID]string{}
			for who, ctx := range s.as {
				names[viewer.ID(ctx)] = who
			}
			var told []string
			s.Bus.Listen(bus.Listener{Moved: func(uuid.UUID) {}, RightsChanged: func(id uuid.UUID) { told = append(told, names[id]) }})
			testkit.Must(t, 0, c.act(s))
			if slices.Sort(told); !slices.Equal(told, c.want) {
				t.Errorf("told of %v, want %v", told, c.want)
			}
		})
	}
}

// R50: the right to an app that was opened is decided again, by what is true now.
func TestR50ReopenAsksAgain(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	owner, limited := s.as["owner"], s.as["limited"]
	again := func(want string) {
		t.Helper()
		for _, what := range []platform.Right{platform.Read, platform.Push} {
			if err := s.Deployments.Reopen(limited, s.app.ID, "shop", what); wrong(err) != want {
				t.Errorf("%s: %v, want %s", what, err, want)
			}
		}
	}
	again("<nil>")
	a, err := s.Apps.Rename(owner, s.app.ID, "store")
	testkit.Must(t, a, err)
	again("<nil>") // it is the same app
	testkit.Must(t, 0, s.Collaborators.Remove(owner, s.members["limited"]))
	again("NOT_FOUND")
	if got := s.Timeline(limited, viewer.ID(limited)); got[0] != "collaborator_removed" {
		t.Errorf("the timeline begins with %v", got)
	}
	a = s.App(s.as["new"], "shop") // another one has the name
	if err := s.Deployments.Reopen(owner, s.app.ID, "shop", platform.Push); err != nil {
		t.Error(err)
	}
	if err := s.Deployments.Reopen(owner, a.ID, "shop", platform.Push); wrong(err) != "NOT_FOUND" {
		t.Errorf("another's app: %v", err)
	}
}
