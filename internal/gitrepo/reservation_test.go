package gitrepo_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
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
		r, err := s.Reserve(t.Context(), app, "demo")
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

// A quota is 1 MiB for each account, and apps that store a part of it.
type quota struct {
	*gitrepo.Store
	t      *testing.T
	owners map[uuid.UUID]uuid.UUID // by app
}

func newQuota(t *testing.T) *quota {
	q := &quota{t: t, owners: map[uuid.UUID]uuid.UUID{}}
	q.Store = &gitrepo.Store{
		Root: t.TempDir(), Now: time.Now, Quota: gitrepo.Quota{Account: 1 << 20},
		OwnerOf: func(_ context.Context, app uuid.UUID) (uuid.UUID, error) { return q.owners[app], nil },
		Owned: func(_ context.Context, account uuid.UUID) (all []uuid.UUID, _ error) {
			for app, owner := range q.owners {
				if owner == account {
					all = append(all, app)
				}
			}
			return all, nil
		},
	}
	if err := q.Prepare(); err != nil {
		t.Fatal(err)
	}
	return q
}

// app has an account own an app that stores so many bytes.
func (q *quota) app(owner uuid.UUID, bytes int) uuid.UUID {
	q.t.Helper()
	app := uuid.New()
	q.owners[app] = owner
	err := os.MkdirAll(q.Path(app), 0o700)
	if err == nil {
		err = os.WriteFile(filepath.Join(q.Path(app), "pack"), make([]byte, bytes), 0o600)
	}
	if err != nil {
		q.t.Fatal(err)
	}
	return app
}

func (q *quota) take(app, account uuid.UUID) (full *gitrepo.Full, done func()) {
	q.t.Helper()
	full, done, err := q.Take(q.t.Context(), app, account)
	if err != nil {
		q.t.Fatal(err)
	}
	return full, done
}

// Apps that an account takes over at the same time fit together, or not at all.
func TestR47_AppsThatAreTakenOverCountTogether(t *testing.T) {
	t.Parallel()
	q := newQuota(t)
	from, to := uuid.New(), uuid.New()
	q.app(to, 500<<10)
	first, second := q.app(from, 300<<10), q.app(from, 300<<10)
	if full, _ := q.take(q.app(from, 600<<10), to); full == nil || full.Stored != "1.1 MiB" || full.Limit != "1.0 MiB" {
		t.Errorf("600 KiB beside 500: %v", full)
	}
	full, done := q.take(first, to)
	if full != nil {
		t.Fatalf("300 KiB beside 500: %v", full)
	}
	if full, _ := q.take(second, to); full == nil {
		t.Error("and 300 more meanwhile")
	}
	done() // the transfer was refused after all
	full, done = q.take(second, to)
	if full != nil {
		t.Fatalf("300 KiB once the others aren't taken: %v", full)
	}
	q.owners[second] = to
	done()
	if full, _ := q.take(first, to); full == nil {
		t.Error("300 more than 800 that are owned")
	}
}

// A push counts for the account that owns the app when it has arrived.
func TestR47_APushCountsForTheNewOwner(t *testing.T) {
	t.Parallel()
	q := newQuota(t)
	from, to := uuid.New(), uuid.New()
	q.app(to, 700<<10)
	app := q.app(from, 100<<10)
	push, err := q.Reserve(t.Context(), app, "demo")
	if err != nil {
		t.Fatal(err)
	}
	defer push.Release()
	if over, err := push.Arrived(t.Context(), 300<<10); over != "" || err != nil {
		t.Errorf("to its first owner, who has 100 KiB: %s, %v", over, err)
	}
	q.owners[app] = to
	if over, err := push.Arrived(t.Context(), 300<<10); !strings.HasPrefix(over, "This push doesn't fit: all apps of its owner together store 8") || err != nil {
		t.Errorf("to its new owner, who has 800 KiB: %s, %v", over, err)
	}
}

// A push to another app of the account counts what is taken over meanwhile.
func TestR47_APushCountsWhatIsTakenOverMeanwhile(t *testing.T) {
	t.Parallel()
	q := newQuota(t)
	from, to := uuid.New(), uuid.New()
	own, app := q.app(to, 400<<10), q.app(from, 400<<10)
	push, err := q.Reserve(t.Context(), own, "demo")
	if err != nil {
		t.Fatal(err)
	}
	defer push.Release()
	if over, err := push.Add(300 << 10); over != "" || err != nil {
		t.Errorf("before: %s, %v", over, err)
	}
	_, done := q.take(app, to)
	defer done()
	if over, err := push.Arrived(t.Context(), 300<<10); over == "" || err != nil {
		t.Errorf("meanwhile: %q, %v", over, err)
	}
}
