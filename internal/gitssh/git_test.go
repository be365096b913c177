package gitssh_test

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"portico/internal/gitssh"
)

func TestPushCloneAndFetch(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	first := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD")))
	said := w.must(w.git(w.jane, dir, "push", "origin", "main"))
	if want := "Portico: demo deployed (" + first[:7] + " → main)."; !strings.Contains(said, want) {
		t.Errorf("%q does not say %q", said, want)
	}
	pushes := w.known.recorded()
	if len(pushes) != 1 {
		t.Fatalf("recorded %+v", pushes)
	}
	want := gitssh.Update{Ref: "refs/heads/main", Old: strings.Repeat("0", 40), New: first, Subject: "first commit"}
	if p := pushes[0]; !slices.Equal(p.Updates, []gitssh.Update{want}) || p.Identity != w.jane.Identity || p.Repository != w.demo || p.ID.Version() != 7 || p.At.IsZero() {
		t.Errorf("recorded %+v", p)
	}
	other := filepath.Join(w.dir, "clone")
	w.must(w.git(w.jane, w.dir, "clone", "-q", w.address("demo"), other))
	second := w.commit(w.jane, dir, "second commit")
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	w.must(w.git(w.jane, other, "pull", "-q"))
	if got := strings.TrimSpace(w.must(w.git(w.jane, other, "rev-parse", "HEAD"))); got != second {
		t.Errorf("fetched %s, pushed %s", got, second)
	}
	if p := w.known.recorded()[1]; p.Updates[0].Old != first || p.Updates[0].New != second {
		t.Errorf("recorded %+v", p)
	}
	if left := w.spooled(); len(left) > 0 {
		t.Errorf("left in the spool: %v", left)
	}
}

func TestCloneOfAnAppWithoutAPush(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	said := w.must(w.git(w.jane, w.dir, "clone", w.address("demo.git"), "empty"))
	if !strings.Contains(said, "empty repository") {
		t.Errorf("git says %q", said)
	}
	if head := w.read(filepath.Join(w.repository(w.demo), "HEAD")); head != "ref: refs/heads/main\n" {
		t.Errorf("HEAD is %q", head)
	}
}

func TestTwoBranchesInOnePush(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	w.must(w.git(w.jane, dir, "branch", "staging"))
	said := w.must(w.git(w.jane, dir, "push", "origin", "main", "staging"))
	if !strings.Contains(said, " → main, ") || !strings.Contains(said, " → staging).") {
		t.Errorf("git says %q", said)
	}
	pushes := w.known.recorded()
	if len(pushes) != 1 || len(pushes[0].Updates) != 2 || pushes[0].Updates[1].Ref != "refs/heads/staging" {
		t.Fatalf("recorded %+v", pushes)
	}
}

func TestTagsAndRemovedBranchesAreNoUpdates(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	w.must(w.git(w.jane, dir, "tag", "v1"))
	w.must(w.git(w.jane, dir, "push", "origin", "main:staging"))
	w.must(w.git(w.jane, dir, "push", "origin", "v1"))
	w.must(w.git(w.jane, dir, "push", "origin", ":staging"))
	w.must(w.git(w.jane, dir, "push", "origin", "main", "v1"))
	pushes := w.known.recorded()
	if len(pushes) != 2 || pushes[0].Updates[0].Ref != "refs/heads/staging" || len(pushes[1].Updates) != 1 {
		t.Errorf("recorded %+v", pushes)
	}
	if w.stored(w.demo, "refs/heads/staging") != "" || w.stored(w.demo, "refs/tags/v1") == "" {
		t.Error("the repository does not show what was pushed")
	}
	if left := w.spooled(); len(left) > 0 {
		t.Errorf("left in the spool: %v", left)
	}
}

func TestSubjectsAreHarmless(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	w.commit(w.jane, dir, "\x1b[31mred\u202e\ttext "+strings.Repeat("é", 300)+"\n\nbody")
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	got := w.known.recorded()[0].Updates[0].Subject
	if !strings.HasPrefix(got, "[31mred text éé") || len([]rune(got)) != 200 {
		t.Errorf("subject %q of %d characters", got, len([]rune(got)))
	}
}

// Joiners are no controls: without them emoji fall apart and Persian words change.
func TestSubjectsKeepJoiners(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	const subject = "👩\u200d👩\u200d👧 می\u200cخواهم"
	w.commit(w.jane, dir, subject)
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	if got := w.known.recorded()[0].Updates[0].Subject; got != subject {
		t.Errorf("subject %+q", got)
	}
}

func TestConcurrentPushesToOneApp(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var clones []string
	for _, branch := range []string{"a", "b", "c", "d"} {
		dir := w.work(w.jane)
		w.must(w.git(w.jane, dir, "checkout", "-q", "-b", branch))
		w.commit(w.jane, dir, "work on "+branch)
		clones = append(clones, dir)
	}
	var all sync.WaitGroup
	for _, dir := range clones {
		all.Go(func() {
			if out, err := w.git(w.jane, dir, "push", "origin", "HEAD").CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
	refs := map[string]bool{}
	for _, p := range w.known.recorded() {
		for _, u := range p.Updates {
			refs[u.Ref] = u.New == w.stored(w.demo, u.Ref)
		}
	}
	if len(refs) != 4 || !refs["refs/heads/a"] || !refs["refs/heads/b"] || !refs["refs/heads/c"] || !refs["refs/heads/d"] {
		t.Errorf("recorded %v", refs)
	}
}

func TestADeniedPushSaysWhy(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	stranger := w.person("kim", "-t", "ed25519")
	if _, said := w.fails(w.git(stranger, dir, "push", "origin", "main")); !strings.Contains(said, "There is no app named demo that you may use.") {
		t.Errorf("a stranger is told %q", said)
	}
	w.known.with(func() {
		a := w.known.apps["demo"]
		a.suspended = true
		w.known.apps["demo"] = a
	})
	status, said := w.fails(w.ssh(w.jane, nil, "git-receive-pack 'demo'"))
	if status != 1 || said != "Portico: signed in as jane.\nYour account is suspended. Pay the open invoice to deploy again.\n" {
		t.Errorf("status %d, %q", status, said)
	}
	if len(w.known.recorded())+len(w.known.refusedFor()) > 0 || w.stored(w.demo, "HEAD") != "" {
		t.Error("a denied push left something")
	}
}

func TestARefusedPushIsRecordedOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.pushed()
	w.fails(w.git(w.jane, dir, "push", "origin", "main:refs/notes/x"))
	if got := w.known.refusedFor(); !slices.Equal(got, []gitssh.Reason{gitssh.Refused}) {
		t.Errorf("refused for %v", got)
	}
	w.must(w.git(w.jane, dir, "push", "origin", "main")) // up to date
	if got := w.known.refusedFor(); len(got) != 1 || len(w.known.recorded()) != 1 {
		t.Errorf("refused for %v", got)
	}
}

func TestAPushThatCannotBeRecordedStandsAndIsRecordedLater(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.known.with(func() { w.known.broken = errors.New("the database is secretly down") })
	dir := w.work(w.jane)
	said := w.must(w.git(w.jane, dir, "push", "origin", "main"))
	if !strings.Contains(said, "your push was accepted, but not recorded yet") || strings.Contains(said, "secretly") {
		t.Errorf("git says %q", said)
	}
	if !strings.Contains(w.log.String(), "secretly") {
		t.Error("the fault is not logged")
	}
	if len(w.known.recorded()) > 0 || len(w.spooled()) == 0 {
		t.Fatal("nothing waits")
	}
	w.known.with(func() { w.known.broken = nil })
	if err := w.server.Recover(t.Context()); err != nil {
		t.Fatal(err)
	}
	pushes := w.known.recorded()
	if len(pushes) != 1 || pushes[0].Updates[0].New != w.stored(w.demo, "refs/heads/main") || len(w.spooled()) > 0 {
		t.Errorf("recorded %+v, %v waits", pushes, w.spooled())
	}
	request := pushes[0].ID.String()
	if !strings.Contains(said, request) || !strings.Contains(w.log.String(), "request="+request) {
		t.Errorf("request %s is not in %q and the log", request, said)
	}
}

func TestTheServerRetriesByItself(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.Retry = 10e6 })
	w.known.with(func() { w.known.broken = errors.New("down") })
	w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
	w.known.with(func() { w.known.broken = nil })
	until(t, "the push is recorded", func() bool { return len(w.known.recorded()) == 1 && len(w.spooled()) == 0 })
}

func TestAKilledClientLeavesNoProcess(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	h := w.holdPush(t, w.jane)
	if err := h.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = h.wait()
	until(t, "no process is left", func() bool { return len(w.processes()) == 0 })
	until(t, "nothing waits", func() bool { return len(w.spooled()) == 0 })
	w.must(w.git(w.jane, w.work(w.jane), "push", "origin", "main"))
}

// big makes a commit with a file that does not compress.
func (w *world) big(dir string, size int) {
	w.t.Helper()
	noise := make([]byte, size)
	_, _ = rand.Read(noise)
	if err := os.WriteFile(filepath.Join(dir, "noise"), noise, 0o600); err != nil {
		w.t.Fatal(err)
	}
	w.must(w.git(w.jane, dir, "add", "noise"))
	w.commit(w.jane, dir, "noise")
}

func TestABigPushAndCloneArriveWhole(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	dir := w.work(w.jane)
	w.big(dir, 20<<20)
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	w.must(w.git(w.jane, w.dir, "clone", "-q", w.address("demo"), "big"))
	if w.read(filepath.Join(dir, "noise")) != w.read(filepath.Join(w.dir, "big", "noise")) {
		t.Error("not the same")
	}
}

func TestMoreOutputThanAllowedIsStopped(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.Output = 1 << 20 })
	dir := w.work(w.jane)
	w.big(dir, 3<<20)
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	_, said := w.fails(w.git(w.jane, w.dir, "clone", w.address("demo"), "big"))
	if !strings.Contains(said, "more than Portico sends at once") {
		t.Errorf("git says %q", said)
	}
}

func TestACommandThatTakesTooLongIsStopped(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Repositories.Limits.Time = 500e6 })
	h := w.startPush(t, w.jane)
	if err := h.wait(); err == nil || !strings.Contains(h.words.String(), "This took too long and was stopped.") {
		t.Errorf("%v: %q", err, h.words)
	}
	until(t, "no process is left", func() bool { return len(w.processes()) == 0 })
}

func TestOneAccountRunsSoManyCommands(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(s *gitssh.Server) { s.Limits.PerAccount = 1 })
	h := w.holdPush(t, w.jane)
	status, said := w.fails(w.ssh(w.jane, nil, "git-upload-pack 'demo'"))
	if status != 1 || !strings.Contains(said, "already running 1 Git commands") {
		t.Errorf("status %d, %q", status, said)
	}
	w.must(w.ssh(w.person("kim", "-t", "ed25519"), []string{"-T"}))
	_ = h.input.Close()
	_ = h.wait()
	until(t, "there is room again", func() bool { return w.ssh(w.jane, []string{"-T"}).Run() == nil })
}
