package platform_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"portico/ent/collaborator"
	"portico/internal/account"
	"portico/internal/platform"
	"portico/internal/testkit"
)

func TestMembershipChangesAtOnce(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	owner, invited, id := s.as["owner"], s.as["invited"], s.members["invited"]
	atOnce := func(fn func() error) (went int) {
		var wg sync.WaitGroup
		errs := make([]error, 8)
		for n := range errs {
			wg.Go(func() { errs[n] = fn() })
		}
		wg.Wait()
		for _, err := range errs {
			if err == nil {
				went++
			} else if wrong(err) != "NOT_FOUND" {
				t.Error(err)
			}
		}
		return went
	}
	if n := atOnce(func() error { _, err := s.Collaborators.Accept(invited, id); return err }); n != 1 {
		t.Errorf("accepted %d times", n)
	}
	if n := atOnce(func() error { _, err := s.Collaborators.ChangeRole(owner, id, "LIMITED"); return err }); n != 8 {
		t.Errorf("changed to the same %d times", n)
	}
	if n := atOnce(func() error { return s.Collaborators.Remove(owner, id) }); n != 1 {
		t.Errorf("removed %d times", n)
	}
	got := s.Timeline(owner, s.app.ID)
	if want := "[collaborator_removed collaborator_role_changed collaborator_accepted]"; fmt.Sprint(got[:3]) != want || got[3] == "collaborator_accepted" {
		t.Errorf("events %v", got)
	}
}

// Who invites someone over and over, or changes their role, writes to their timeline
// each time; nobody does so without a limit.
func TestR87_OthersTimelinesAreNotFilled(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.Clock.Move(time.Hour) // the team was invited too
	owner := s.as["owner"]
	invite := func() error {
		c, err := s.Collaborators.Invite(owner, s.app.ID, "new", "LIMITED")
		if err != nil {
			return err
		}
		return s.Collaborators.Remove(owner, c.ID)
	}
	roles := []collaborator.Role{"COLLABORATOR", "LIMITED"}
	change := func(n int) error {
		_, err := s.Collaborators.ChangeRole(owner, s.members["limited"], roles[n%2])
		return err
	}
	for n := range 200 {
		if err := errors.Join(invite(), change(n)); err != nil {
			t.Fatalf("%d: %v", n, err)
		}
	}
	if err := invite(); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("one more invitation: %v", err)
	}
	if err := change(0); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("one more role: %v", err)
	}
	if err := change(1); err != nil {
		t.Errorf("the role that it is: %v", err)
	}
	s.Clock.Move(time.Hour)
	if err := errors.Join(invite(), change(0)); err != nil {
		t.Errorf("an hour later: %v", err)
	}
}

// A member who gets another name stays the same member.
func TestARenamedMemberStays(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	name := "limited-2"
	_, err := s.Profiles.Update(s.as["limited"], account.ProfileChange{Username: &name})
	testkit.Must(t, 0, err)
	c, err := s.Collaborators.Get(s.as["owner"], s.members["limited"])
	if testkit.Must(t, c, err); c.Edges.Account.Username != name {
		t.Errorf("%v", c.Edges.Account)
	}
	if _, err := s.Deployments.Open(s.as["limited"], "shop", platform.Push); err != nil {
		t.Error(err)
	}
}
