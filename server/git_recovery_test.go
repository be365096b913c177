package main

import (
	"context"
	"errors"
	"testing"

	"portico/internal/gitssh"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R53: a push that waits to be recorded has ids alone of its pusher, and is
// recorded with their name and the fingerprint of their key all the same.
func TestR53WhoPushedIsKnownAfterAWait(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	record, told := s.git.Pushed, 0
	s.git.Pushed = func(ctx context.Context, push gitssh.Push) error {
		if told++; told == 1 {
			return errors.New("down")
		}
		return record(ctx, push)
	}
	e := s.serveGit(t)
	_, ada := s.account("ada")
	s.app(ada, "adas-app")
	k := e.newKey()
	key, err := s.Keys.Add(ada, "", k.line)
	testkit.Must(t, key, err)
	if said, err := e.push(k, "adas-app"); err != nil {
		t.Fatal(said)
	}
	testkit.Must(t, 0, s.git.Recover(t.Context()))
	d, err := s.db.Deployment.Query().Only(viewer.AsSystem(t.Context()))
	testkit.Must(t, d, err)
	if h, ok, err := s.Keys.Still(t.Context(), key.ID); err != nil || !ok || d.PusherName != "ada" || d.KeyFingerprint != h.Fingerprint {
		t.Errorf("recorded %+v", d)
	}
}
