package gitssh_test

import (
	"context"
	"net/netip"
	"slices"
	"sync"

	"github.com/google/uuid"

	"portico/internal/gitssh"
)

type directory struct {
	mu       sync.Mutex
	keys     map[[32]byte]gitssh.Identity
	apps     map[string]app
	asked    [][32]byte // the keys that were looked up
	pushes   []gitssh.Push
	told     int // how often a push was told
	refusals []refusal
	broken   error // recording fails
	hold     chan struct{}
	holding  chan struct{}
}

type app struct {
	repository gitssh.Repository
	rights     map[uuid.UUID][]gitssh.Verb
	suspended  bool
}

type refusal struct {
	repository gitssh.Repository
	reason     gitssh.Reason
}

func (d *directory) identify(_ context.Context, digest [32]byte, from netip.Addr) (gitssh.Identity, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.asked = append(d.asked, digest)
	who, ok := d.keys[digest]
	if !ok || !from.IsLoopback() {
		return gitssh.Identity{}, gitssh.ErrUnknownKey
	}
	return who, nil
}

func (d *directory) check(_ context.Context, who gitssh.Identity) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, known := range d.keys {
		if known == who {
			return nil
		}
	}
	return gitssh.ErrUnknownKey
}

func (d *directory) open(_ context.Context, who gitssh.Identity, name string, verb gitssh.Verb) (gitssh.Repository, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	a, ok := d.apps[name]
	switch {
	case !ok || !slices.Contains(a.rights[who.AccountID], verb):
		return gitssh.Repository{}, gitssh.NoSuchApp(name)
	case a.suspended && verb == gitssh.Write:
		return gitssh.Repository{}, &gitssh.Denial{Text: "Your account is suspended. Pay the open invoice to deploy again."}
	}
	return a.repository, nil
}

func (d *directory) reopen(ctx context.Context, who gitssh.Identity, repository gitssh.Repository, verb gitssh.Verb) error {
	_, err := d.open(ctx, who, repository.Name, verb)
	return err
}

func (d *directory) pushed(ctx context.Context, push gitssh.Push) error {
	d.mu.Lock()
	hold, holding := d.hold, d.holding
	d.mu.Unlock()
	if hold != nil {
		holding <- struct{}{}
		select {
		case <-hold:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.told++
	if d.broken != nil {
		return d.broken
	}
	if !slices.ContainsFunc(d.pushes, func(p gitssh.Push) bool { return p.ID == push.ID }) {
		d.pushes = append(d.pushes, push)
	}
	return nil
}

func (d *directory) refused(_ context.Context, _ gitssh.Identity, repository gitssh.Repository, reason gitssh.Reason) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.refusals = append(d.refusals, refusal{repository, reason})
	return nil
}

func (d *directory) with(change func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	change()
}

func (d *directory) recorded() []gitssh.Push {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.pushes)
}

func (d *directory) refusedFor() []gitssh.Reason {
	d.mu.Lock()
	defer d.mu.Unlock()
	var out []gitssh.Reason
	for _, r := range d.refusals {
		out = append(out, r.reason)
	}
	return out
}

func newDirectory() *directory {
	return &directory{keys: map[[32]byte]gitssh.Identity{}, apps: map[string]app{}}
}
