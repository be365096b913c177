package gitrepo

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
	coming   []string // those that the account is about to own
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
	full, err := u.full(n)
	if full == nil || err != nil {
		return "", err
	}
	return fmt.Sprintf("This push doesn't fit: %s %s of at most %s. "+
		"Delete branches you no longer need, and leave large files out of the repository; the space is free within a few hours.",
		u.of, full.Stored, full.Limit), nil
}

// Full says that something doesn't fit: what would be stored, and what may be.
type Full struct{ Stored, Limit string }

// full measures, and tells whether n more bytes don't fit.
func (u *usage) full(n int64) (*Full, error) {
	if u.limit == 0 {
		return nil, nil
	}
	var err error
	if u.stored, err = sizeOf(append(slices.Clone(u.coming), u.apps...)); err != nil {
		return nil, err
	}
	if u.measured, u.received = true, n; u.stored+n < u.limit {
		return nil, nil
	}
	return &Full{humanize.IBytes(uint64(u.stored)), humanize.IBytes(uint64(u.limit))}, nil
}

// takes adds an app that the account is about to own, and measures with it.
func (u *usage) takes(folder string) (*Full, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.coming = append(u.coming, folder)
	return u.full(0)
}

// took ends what takes began: the account owns the app by now, or won't.
func (u *usage) took(folder string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	i := slices.Index(u.coming, folder)
	u.coming = slices.Delete(u.coming, i, i+1)
	u.measured = false
}

// now sets the apps that the limit applies to: there may be more than when the first
// of the concurrent pushes started.
func (u *usage) now(apps []string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.measured = u.measured && len(apps) <= len(u.apps)
	u.apps = slices.DeleteFunc(apps, func(folder string) bool { return slices.Contains(u.coming, folder) })
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
	app   uuid.UUID

	mu  sync.Mutex
	all []*usage // of the app, and of its owner if there is a quota
}

// Reserve starts a push to an app's repository. Release the reservation afterwards.
func (s *Store) Reserve(ctx context.Context, app uuid.UUID, name string) (*Reservation, error) {
	r := &Reservation{store: s, app: app}
	r.all = append(r.all, s.share(&usage{id: app, limit: s.Quota.App, of: name + " stores"}, app))
	if err := r.countForOwner(ctx); err != nil {
		r.Release()
		return nil, err
	}
	return r, nil
}

// countForOwner has the push count for the account that owns the app by now, with all
// that it owns by now: apps change hands while they are pushed to.
func (r *Reservation) countForOwner(ctx context.Context) error {
	if r.store.Quota.Account == 0 {
		return nil
	}
	owner, err := r.store.OwnerOf(ctx, r.app)
	if err != nil {
		return fmt.Errorf("find owner: %w", err)
	}
	u, err := r.store.ofAccount(ctx, owner)
	if err != nil {
		return err
	}
	r.mu.Lock()
	before := r.all[1:]
	r.all = []*usage{r.all[0], u}
	r.mu.Unlock()
	r.store.leftovers(before)
	return nil
}

// ofAccount returns the usage of all apps of an account.
func (s *Store) ofAccount(ctx context.Context, id uuid.UUID) (*usage, error) {
	apps, err := s.Owned(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("list apps of account: %w", err)
	}
	return s.share(&usage{id: id, limit: s.Quota.Account, of: "all apps of its owner together store"}, apps...), nil
}

// Take measures whether an app fits into the quota of an account that is about to own
// it. Until it is done, others that the account takes and pushes to those it owns count
// together with it.
func (s *Store) Take(ctx context.Context, app, account uuid.UUID) (full *Full, done func(), err error) {
	if s.Quota.Account == 0 {
		return nil, func() {}, nil
	}
	u, err := s.ofAccount(ctx, account)
	if err != nil {
		return nil, nil, err
	}
	done = func() {
		u.took(s.Path(app))
		s.leftovers([]*usage{u})
	}
	if full, err = u.takes(s.Path(app)); full != nil || err != nil {
		done()
		return full, nil, err
	}
	return nil, done, nil
}

// Add counts bytes of a push, and returns a sentence if a quota has no space for them.
func (r *Reservation) Add(n int64) (over string, err error) {
	return r.within(func(u *usage) (string, error) { return u.add(n) })
}

// Arrived measures again after git has received the push, and returns a sentence if it
// doesn't fit together with n more bytes: also not into the quota of who owns the app by
// now.
func (r *Reservation) Arrived(ctx context.Context, n int64) (over string, err error) {
	if err := r.countForOwner(ctx); err != nil {
		return "", err
	}
	return r.within(func(u *usage) (string, error) { return u.arrived(n) })
}

func (r *Reservation) within(look func(*usage) (over string, err error)) (over string, failed error) {
	for _, u := range r.shared() {
		over, err := look(u)
		failed = errors.Join(failed, err)
		if over != "" {
			return over, failed
		}
	}
	return "", failed
}

func (r *Reservation) shared() []*usage {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.all
}

// Release ends a push. The last one removes what stopped pushes have left behind: git,
// when told to end, doesn't.
func (r *Reservation) Release() {
	for _, path := range r.store.leftovers(r.shared()) {
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
