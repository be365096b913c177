package gitssh_test

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"portico/internal/gitssh"
)

// paced is a world in which an account moves so many branches an hour, and time
// passes only as it is told to.
func paced(t *testing.T, anHour int, set ...func(*gitssh.Limits)) (w *world, pass func(time.Duration)) {
	t.Helper()
	var passed atomic.Int64
	start := time.Now()
	w = newWorld(t, func(s *gitssh.Server) {
		s.Limits.BranchesPerHour = anHour
		for _, fn := range set {
			fn(&s.Limits)
		}
		s.Now = func() time.Time { return start.Add(time.Duration(passed.Load())) }
	})
	return w, func(d time.Duration) { passed.Add(int64(d)) }
}

// An account that moves too many branches is told how long to wait before git
// hears of it, in whichever app; nobody else is.
func TestR80_AnAccountMovesSoManyBranchesAnHour(t *testing.T) {
	t.Parallel()
	w, pass := paced(t, 4)
	kim := w.crew(1)[0]
	w.app("other", w.jane)
	dir := w.work(w.jane)
	w.must(w.git(w.jane, dir, "push", "origin", "main", "main:a", "main:b"))
	w.must(w.git(w.jane, dir, "push", "origin", "main:c"))
	refused := func(said string, push ...string) {
		t.Helper()
		if _, got := w.fails(w.git(w.jane, dir, append([]string{"push"}, push...)...)); !strings.Contains(got, said) {
			t.Errorf("git says %q", got)
		}
	}
	refused("Portico accepts 4 an hour. Try again in 30 minutes.", "origin", "main:x", "main:y")
	refused("Try again in 15 minutes.", w.address("other"), "main:x")
	if w.stored(w.demo, "refs/heads/x") != "" {
		t.Error("a branch was taken")
	}
	until(t, "the refusals are recorded", func() bool {
		return slices.Equal(w.known.refusedFor(), slices.Repeat([]gitssh.Reason{gitssh.TooManyBranches}, 2)) && len(w.spooled()) == 0
	})
	w.must(w.git(kim, dir, "push", "origin", "main:kims"))
	w.must(w.git(w.jane, dir, "push", "origin", ":c", "main:refs/tags/v1")) // neither is a deployment
	pass(14 * time.Minute)
	refused("Try again in 1 minute.", "origin", "main:x")
	pass(time.Minute)
	w.must(w.git(w.jane, dir, "push", "origin", "main:x"))
	pass(time.Hour)
	w.must(w.git(w.jane, dir, "push", "origin", "main:1", "main:2", "main:3", "main:4"))
}

// Tags and deletions count too, with branches, in a limit of their own: one push of as
// many as an hour has, or several, whatever app they are in; more are refused before git
// takes any.
func TestR80_AnAccountMovesSoManyRefsAnHour(t *testing.T) {
	t.Parallel()
	w, pass := paced(t, 100, func(l *gitssh.Limits) { l.RefsPerHour = 6 })
	w.app("other", w.jane)
	kim := w.crew(1)[0]
	dir := w.work(w.jane)
	refused := func(said string, push ...string) {
		t.Helper()
		if _, got := w.fails(w.git(w.jane, dir, append([]string{"push"}, push...)...)); !strings.Contains(got, said) {
			t.Errorf("git says %q", got)
		}
	}
	tags := func(names ...string) []string {
		for i, name := range names {
			names[i] = "main:refs/tags/" + name
		}
		return names
	}
	refused("This push creates, moves, or deletes 7 branches and tags; Portico accepts 6 an hour.", append([]string{"origin"}, tags("1", "2", "3", "4", "5", "6", "7")...)...)
	w.must(w.git(w.jane, dir, append([]string{"push", "origin", "main"}, tags("1", "2", "3")...)...))
	w.must(w.git(w.jane, dir, "push", "origin", ":refs/tags/1"))
	refused("Portico accepts 6 an hour. Try again in 10 minutes.", "origin", ":refs/tags/2", ":refs/tags/3")
	refused("Try again in 10 minutes.", append([]string{w.address("other")}, tags("x", "y")...)...)
	if w.stored(w.demo, "refs/tags/1") != "" || w.stored(w.demo, "refs/tags/2") == "" || w.stored(w.demo, "refs/tags/7") != "" {
		t.Error("a refused push was taken, or another one wasn't")
	}
	w.must(w.git(w.jane, dir, append([]string{"push", "origin"}, tags("z")...)...))
	w.must(w.git(kim, dir, append([]string{"push", "origin"}, tags("kims")...)...))
	pass(20 * time.Minute)
	w.must(w.git(w.jane, dir, "push", "origin", ":refs/tags/2", ":refs/tags/3"))
	until(t, "the refusals are recorded", func() bool {
		return slices.Equal(w.known.refusedFor(), slices.Repeat([]gitssh.Reason{gitssh.Refused}, 3)) && len(w.spooled()) == 0
	})
}

// What git refuses was not moved, and may be tried again.
func TestR80_RefusedPushesDoNotCount(t *testing.T) {
	t.Parallel()
	w, _ := paced(t, 1)
	dir := w.work(w.jane)
	p, _ := bomb(t, 10)
	for range 3 {
		if said := w.pushes(w.jane, p.bytes(), strings.Repeat("1", 40), "refs/heads/main"); strings.Contains(said, "an hour") {
			t.Errorf("git says %q", said)
		}
	}
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
}

// Bringing a repository with as many branches as a push may have is within the
// limit, and so is working on it.
func TestR80_AMirrorIsNotLimited(t *testing.T) {
	t.Parallel()
	w, _ := paced(t, 0) // the default
	dir := w.work(w.jane)
	w.branchesAt(dir, 999)
	w.must(w.git(w.jane, dir, "push", "-q", "--mirror", "origin"))
	w.commit(w.jane, dir, "next")
	w.must(w.git(w.jane, dir, "push", "-q", "origin", "main"))
}
