package gitrepo_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/internal/gitrepo"
)

// What a stopped push has left goes with the last one to its app: until then it may be
// what another one has just received.
func TestR47_LeftoversGoWithTheLastPush(t *testing.T) {
	t.Parallel()
	s := &gitrepo.Store{Root: t.TempDir(), Now: time.Now, Quota: gitrepo.Quota{App: 1 << 30}}
	if err := s.Prepare(); err != nil {
		t.Fatal(err)
	}
	app := uuid.New()
	arriving := filepath.Join(s.Path(app), "objects", "tmp_objdir-incoming-x")
	if err := os.MkdirAll(arriving, 0o700); err != nil {
		t.Fatal(err)
	}
	var pushes []*gitrepo.Reservation
	for range 2 {
		r, err := s.Reserve(t.Context(), app, uuid.New(), "demo")
		if err != nil {
			t.Fatal(err)
		}
		pushes = append(pushes, r)
	}
	pushes[0].Release()
	if _, err := os.Stat(arriving); err != nil {
		t.Errorf("what another push receives is gone: %v", err)
	}
	pushes[1].Release()
	if _, err := os.Stat(arriving); err == nil {
		t.Error("it is left")
	}
}
