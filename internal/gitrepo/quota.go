package gitrepo

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/dustin/go-humanize"
	"github.com/google/uuid"
)

// A Quota is how many bytes may be stored on disk: for one app, and for all apps of one
// account together. Zero means no limit.
type Quota struct{ App, Account int64 }

// usage is what is stored under one limit while pushes add to it. Concurrent pushes
// share it, so that together they can't exceed the limit.
type usage struct {
	id    uuid.UUID // of the app or the account
	limit int64     // or zero
	of    string    // whose limit it is, as a sentence

	mu       sync.Mutex
	apps     []string // folders of the repositories
	stored   int64    // when it was last measured
	received int64    // since then
	measured bool
	pushes   int // guarded by the store's mutex
}

// add counts bytes that have arrived, and returns a sentence if they exceed the limit.
// It measures again before it does.
func (u *usage) add(n int64) (over string, err error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.received += n; u.measured && u.stored+u.received < u.limit {
		return "", nil
	}
	return u.measure(n)
}

// arrived measures again after git has received a push, and returns a sentence if n
// more bytes exceed the limit: git completes a pack with the objects it builds on, and
// keeps more than was sent.
func (u *usage) arrived(n int64) (over string, err error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.measure(n)
}

func (u *usage) measure(n int64) (over string, err error) {
	if u.limit == 0 {
		return "", nil
	}
	if u.stored, err = sizeOf(u.apps); err != nil {
		return "", err
	}
	if u.measured, u.received = true, n; u.stored+n < u.limit {
		return "", nil
	}
	return fmt.Sprintf("This push doesn't fit: %s %s of at most %s. "+
		"Delete branches you no longer need, and leave large files out of the repository; the space is free within a few hours.",
		u.of, humanize.IBytes(uint64(u.stored)), humanize.IBytes(uint64(u.limit))), nil
}

// now returns the apps that the limit applies to: there may be more than when the first
// of the concurrent pushes started.
func (u *usage) now(apps []string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.measured = u.measured && len(apps) <= len(u.apps)
	u.apps = apps
}

// Unit is the smallest amount of disk space that a file or a folder takes.
const Unit = 4 << 10

// sizeOf is the size of folders on disk. It skips what is removed meanwhile.
func sizeOf(folders []string) (size int64, err error) {
	for _, folder := range folders {
		err = errors.Join(err, filepath.WalkDir(folder, func(_ string, e fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			} else if err != nil {
				return err
			}
			file, err := e.Info()
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			} else if err != nil {
				return err
			}
			size += max(Unit, (file.Size()+Unit-1)/Unit*Unit)
			return nil
		}))
	}
	return size, err
}

// A Reservation is the space that one push takes under its quotas.
type Reservation struct {
	store *Store
	all   []*usage
}

// Reserve starts a push to an app's repository. Release the reservation afterwards.
func (s *Store) Reserve(ctx context.Context, app, owner uuid.UUID, name string) (*Reservation, error) {
	r := &Reservation{store: s}
	if s.Quota.Account > 0 {
		ids, err := s.Owned(ctx, owner)
		if err != nil {
			return nil, fmt.Errorf("list apps of account: %w", err)
		}
		u := &usage{id: owner, limit: s.Quota.Account, of: "all apps of its owner together store"}
		r.all = append(r.all, s.share(u, ids...))
	}
	u := &usage{id: app, limit: s.Quota.App, of: name + " stores"}
	r.all = append(r.all, s.share(u, app))
	return r, nil
}

// Add counts bytes of a push, and returns a sentence if a quota has no space for them.
func (r *Reservation) Add(n int64) (over string, err error) {
	return r.within(func(u *usage) (string, error) { return u.add(n) })
}

// Arrived measures again after git has received the push, and returns a sentence if it
// doesn't fit together with n more bytes.
func (r *Reservation) Arrived(n int64) (over string, err error) {
	return r.within(func(u *usage) (string, error) { return u.arrived(n) })
}

func (r *Reservation) within(look func(*usage) (over string, err error)) (over string, failed error) {
	for _, u := range r.all {
		over, err := look(u)
		failed = errors.Join(failed, err)
		if over != "" {
			return over, failed
		}
	}
	return "", failed
}

// Release ends a push. The last one removes what stopped pushes have left behind: git,
// when told to end, doesn't.
func (r *Reservation) Release() {
	for _, path := range r.store.leftovers(r.all) {
		_ = os.RemoveAll(path)
	}
}

// share returns the usage that concurrent pushes share.
func (s *Store) share(u *usage, apps ...uuid.UUID) *usage {
	u = s.shared(u)
	var folders []string
	for _, id := range apps {
		folders = append(folders, s.Path(id))
	}
	u.now(folders)
	return u
}

func (s *Store) shared(u *usage) *usage {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.usages == nil {
		s.usages = map[uuid.UUID]*usage{}
	}
	if known := s.usages[u.id]; known != nil {
		u = known
	}
	s.usages[u.id] = u
	u.pushes++
	return u
}

func (s *Store) leftovers(all []*usage) (left []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, u := range all {
		if u.pushes--; u.pushes > 0 {
			continue
		}
		delete(s.usages, u.id)
		found, _ := filepath.Glob(filepath.Join(s.Path(u.id), "objects", "tmp_objdir-incoming-*"))
		left = append(left, found...) // an account has no folder
	}
	return left
}
