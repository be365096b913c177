package gitssh_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"portico/internal/gitssh"
)

func TestR47_AnAppHasAQuota(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Quota.App = 3 << 20 })
	dir := w.pushed()
	w.must(w.git(w.jane, dir, "checkout", "-q", "-b", "large"))
	w.big(dir, 2<<20)
	w.must(w.git(w.jane, dir, "push", "origin", "large"))
	w.must(w.git(w.jane, dir, "checkout", "-q", "main"))
	w.big(dir, 2<<20)
	_, said := w.fails(w.git(w.jane, dir, "push", "origin", "main")) // stopped on its way
	if !strings.Contains(said, "This push doesn't fit: demo stores ") || !strings.Contains(said, "MiB of at most 3.0 MiB") {
		t.Errorf("git says %q", said)
	}
	until(t, "the refusal is recorded", func() bool { return slices.Equal(w.known.refusedFor(), []gitssh.Reason{gitssh.OverQuota}) })
	w.must(w.git(w.jane, dir, "push", "origin", ":large"))
	w.maintained("the space is free", func() bool { return w.onDisk() < 1<<20 })
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
}

// Where nothing fits, less still does.
func TestR47_BeyondItsQuotaAnAppCanBeEmptied(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	p, commit := bomb(t, 10)
	w.store(p, commit)
	w.write(filepath.Join(w.repository(w.demo), "ballast"), strings.Repeat("x", 2<<20))
	w.server.Repositories.Quota.App = 1 << 20
	w.start()
	dir := w.work(w.jane)
	for _, what := range []string{"HEAD:refs/heads/next", "HEAD:refs/tags/v1"} {
		if _, said := w.fails(w.git(w.jane, dir, "push", "origin", what)); !strings.Contains(said, " of at most 1.0 MiB") {
			t.Errorf("git says %q", said)
		}
	}
	w.must(w.git(w.jane, dir, "push", "origin", ":main"))
	if w.stored(w.demo, "refs/heads/main") != "" {
		t.Error("the branch is still there")
	}
}

// The apps of an account share its quota, and pushes that run at the same time
// do not exceed it together.
func TestR47_AnAccountHasAQuota(t *testing.T) {
	t.Parallel()
	const quota = 6 << 20
	w := prepared(t)
	apps := []gitssh.Repository{w.demo}
	for i := range 3 {
		apps = append(apps, w.app(fmt.Sprint("demo-", i), w.jane))
	}
	w.server.Repositories.Quota.Account = quota
	w.server.Repositories.OwnerOf = func(context.Context, uuid.UUID) (uuid.UUID, error) { return w.jane.AccountID, nil }
	w.server.Repositories.Owned = func(_ context.Context, owner uuid.UUID) (ids []uuid.UUID, err error) {
		if owner != w.jane.AccountID {
			return nil, errors.New("asked for somebody else")
		}
		for _, a := range apps {
			ids = append(ids, a.ID)
		}
		return ids, nil
	}
	w.start()
	dir := w.work(w.jane)
	w.big(dir, 4<<20)
	var all sync.WaitGroup
	var mu sync.Mutex
	taken, refused := 0, 0
	for _, a := range apps {
		all.Go(func() {
			out, err := w.git(w.jane, dir, "push", w.address(a.Name), "main").CombinedOutput()
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				taken++
			} else if strings.Contains(string(out), "all apps of its owner together store ") && strings.Contains(string(out), "of at most 6.0 MiB") {
				refused++
			} else {
				t.Errorf("%s", out)
			}
		})
	}
	all.Wait()
	if taken > 1 || taken+refused != 4 {
		t.Errorf("%d pushes were taken, %d refused", taken, refused)
	}
	until(t, "what was stopped is removed", func() bool { return treeSize(t, w.server.Repositories.Root) <= quota })
}

// A pack may be built on what the app has, which git copies into it: a few bytes
// become as many as are stored.
func TestR47_WhatGitCompletesCounts(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Quota.App = 6 << 20 })
	dir := w.work(w.jane)
	w.big(dir, 4<<20)
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	w.holdPush(t, w.jane) // from now on it is counted, and not measured
	blob := w.stored(w.demo, "main:noise")
	p := &pack{t: t}
	p.delta(blob, 4<<20)
	commit := p.add(commitObject, commitOf(p.add(treeObject, "", 0)), 10)
	for i := range 3 {
		if said := w.pushes(w.jane, p.bytes(), commit, fmt.Sprint("refs/heads/b", i)); !strings.Contains(said, "This push doesn't fit: demo stores ") {
			t.Errorf("git says %q", said)
		}
	}
	until(t, "the refusals are recorded", func() bool { return len(w.known.refusedFor()) == 3 })
	if w.stored(w.demo, "refs/heads/b0") != "" {
		t.Error("a branch was taken")
	}
}

// What an account has is asked for each push, also while an older one goes on.
func TestR47_NewAppsCountAgainstTheQuota(t *testing.T) {
	t.Parallel()
	w := prepared(t)
	w.server.Repositories.Quota.Account = 6 << 20
	w.server.Repositories.OwnerOf = func(context.Context, uuid.UUID) (uuid.UUID, error) { return w.jane.AccountID, nil }
	w.server.Repositories.Owned = func(context.Context, uuid.UUID) (ids []uuid.UUID, _ error) {
		w.known.with(func() {
			for _, a := range w.known.apps {
				ids = append(ids, a.repository.ID)
			}
		})
		return ids, nil
	}
	w.start()
	w.holdPush(t, w.jane)
	dir := w.work(w.jane)
	w.big(dir, 4<<20)
	for _, name := range []string{"one", "two"} {
		w.app(name, w.jane)
	}
	w.must(w.git(w.jane, dir, "push", w.address("one"), "main"))
	if _, said := w.fails(w.git(w.jane, dir, "push", w.address("two"), "main")); !strings.Contains(said, "of at most 6.0 MiB") {
		t.Errorf("git says %q", said)
	}
}
