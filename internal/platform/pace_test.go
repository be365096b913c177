package platform_test

import (
	"context"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/internal/addon"
	"portico/internal/attempt"
	"portico/internal/container"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// spend counts for an account as if it had done something so often already.
func (s *team) spend(who, kind string, times int) {
	s.T.Helper()
	subject := attempt.OfAccount(viewer.ID(s.as[who]))
	testkit.Must(s.T, 0, store.Do(s.as[who], s.DB, func(tx *ent.Tx) error {
		for range times {
			if ok, err := s.Apps.Pace.Attempts.Within(s.as[who], tx, kind, subject, 1000, time.Hour); err != nil || !ok {
				s.T.Errorf("%s can't be spent: %v", kind, err)
			}
		}
		return nil
	}))
}

func (s *team) rename(name string) error {
	_, err := s.Apps.Rename(s.as["owner"], s.app.ID, name)
	return err
}

func (s *team) web(who string, amount int32) error {
	_, err := s.Containers.Scale(s.as[who], s.app.ID, []*container.Wanted{{Type: "web", Amount: amount}})
	return err
}

// R96: the changes of apps in an hour are counted: the 1,000th is the last.
func TestR96_ChangesOfAppsAreCounted(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.spend("owner", "change", 998) // and one app made
	if err := s.rename("shop-1000"); err != nil {
		t.Errorf("the 1,000th: %v", err)
	}
	if err := s.rename("shop-1001"); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("the 1,001st: %v", err)
	}
	s.Clock.Move(time.Hour)
	if err := s.rename("shop-1001"); err != nil {
		t.Errorf("an hour later: %v", err)
	}
}

// R96: one limit counts everything that makes, renames, or starts something.
func TestR96_OneLimitForAllThatIsStarted(t *testing.T) {
	t.Parallel()
	for what, act := range map[string]func(*team, context.Context) error{
		"an app": func(s *team, ctx context.Context) error {
			_, err := s.Apps.Create(ctx, "another")
			return err
		},
		"a name":          func(s *team, _ context.Context) error { return s.rename("store") },
		"more containers": func(s *team, _ context.Context) error { return s.web("owner", 3) },
		"a larger size": func(s *team, ctx context.Context) error {
			size := "L"
			_, err := s.Containers.Scale(ctx, s.app.ID, []*container.Wanted{{Type: "web", Amount: 2, Size: &size}})
			return err
		},
		"a restart": func(s *team, ctx context.Context) error {
			_, err := s.Containers.Restart(ctx, s.app.ID)
			return err
		},
		"a one-off": func(s *team, ctx context.Context) error {
			_, err := s.OneOffs.Run(ctx, s.app.ID, "rake", "M")
			return err
		},
		"an add-on": func(s *team, ctx context.Context) error {
			_, err := s.Addons.Provision(ctx, s.app.ID, addon.Wanted{Plan: "redis-s"})
			return err
		},
		"a larger plan": func(s *team, ctx context.Context) error {
			_, err := s.Addons.ChangePlan(ctx, s.DB.Addon.Query().OnlyIDX(ctx), "redis-m")
			return err
		},
		"a review app": func(s *team, ctx context.Context) error {
			_, err := s.ReviewApps.Create(ctx, s.app.ID, "main")
			return err
		},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			s := newTeam(t)
			s.running()
			if err := act(s, s.as["owner"]); err != nil {
				t.Errorf("before: %v", err)
			}
			s = newTeam(t)
			s.running()
			s.spend("owner", "change", 997) // the app, its containers, its add-on
			if err := act(s, s.as["owner"]); wrong(err) != " LIMIT_REACHED" {
				t.Errorf("when all is spent: %v", err)
			}
		})
	}
}

// running has the app run two containers and an add-on, which are three changes with the
// app itself, and deploys its main branch.
func (s *team) running() {
	s.T.Helper()
	testkit.Must(s.T, 0, s.web("owner", 2))
	a, err := s.Addons.Provision(s.as["owner"], s.app.ID, addon.Wanted{Plan: "redis-s"})
	testkit.Must(s.T, a, err)
	s.Clock.Move(addon.Ready)
	s.RunDue(s.Addons.SimulateJob(), s.Containers.SimulateJob())
	s.Deploy(s.as["owner"], s.app, "First")
}

// R96: what ends something, or costs less, is always possible.
func TestR96_EndingIsAlwaysPossible(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.running()
	one, err := s.OneOffs.Run(s.as["owner"], s.app.ID, "sleep 60", "M")
	testkit.Must(t, one, err)
	s.spend("owner", "change", 996)
	if err := s.web("owner", 3); wrong(err) != " LIMIT_REACHED" {
		t.Fatalf("not all is spent: %v", err)
	}
	if err := s.web("owner", 1); err != nil {
		t.Errorf("fewer containers: %v", err)
	}
	if _, err := s.OneOffs.Stop(s.as["owner"], one.ID); err != nil {
		t.Errorf("a one-off: %v", err)
	}
	if err := s.Addons.Remove(s.as["owner"], s.DB.Addon.Query().OnlyIDX(s.as["owner"]), "redis"); err != nil {
		t.Errorf("an add-on: %v", err)
	}
	if _, err := s.Containers.Stop(s.as["owner"], s.app.ID); err != nil {
		t.Errorf("all containers: %v", err)
	}
	if err := s.Apps.Delete(s.as["owner"], s.app.ID, "shop"); err != nil {
		t.Errorf("the app: %v", err)
	}
}

// R96: what collaborators change counts for them and for the owner, and leaves the owner
// what is theirs.
func TestR96_CollaboratorsCantUseUpTheOwnersChanges(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.Member(s.as["owner"], s.app, "new", s.as["new"], collaborator.RoleCOLLABORATOR)
	testkit.Must(t, 0, s.web("collaborator", 1))
	s.spend("owner", "change_by_others", 998) // by any of them
	if err := s.web("new", 2); err != nil {
		t.Errorf("the 1,000th of all: %v", err)
	}
	if err := s.web("collaborator", 3); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("the 1,001st of all: %v", err)
	}
	if err := s.web("owner", 3); err != nil {
		t.Errorf("the owner: %v", err)
	}
	if _, err := s.Apps.Create(s.as["collaborator"], "own-app"); err != nil {
		t.Errorf("the collaborator's own apps: %v", err)
	}
}

// R87: an account offers 200 apps an hour: each offer and its answer add to the timeline
// of another.
func TestR87_OffersAreCounted(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.spend("owner", "offer", 199)
	tr := s.offer("collaborator")
	testkit.Must(t, 0, s.Transfers.Cancel(s.as["owner"], tr.ID))
	if _, err := s.Transfers.Offer(s.as["owner"], s.app.ID, "collaborator"); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("the 201st: %v", err)
	}
	s.Clock.Move(time.Hour)
	s.offer("collaborator")
}

// R87, R94: one app is offered 50 times a day, also by two who give it back and forth:
// each transfer orders all that it runs.
func TestR87_R94_AnAppIsOfferedFiftyTimesADay(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	testkit.Must(t, 0, s.web("owner", 1))
	from, to := "owner", "collaborator"
	for range 50 {
		tr, err := s.Transfers.Offer(s.as[from], s.app.ID, to)
		s.accept(to, testkit.Must(t, tr, err))
		from, to = to, from
	}
	if _, err := s.Transfers.Offer(s.as[from], s.app.ID, to); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("the 51st: %v", err)
	}
	s.Clock.Move(24 * time.Hour)
	tr, err := s.Transfers.Offer(s.as[from], s.app.ID, to)
	testkit.Must(t, tr, err)
}
