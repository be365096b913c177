package gitssh_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/uuid"

	"portico/internal/gitssh"
)

// childVariable makes the test's program a server, to be killed.
const childVariable = "PORTICO_TEST_SERVER"

// childWorld is what such a server knows.
type childWorld struct {
	Dir    string
	Digest [32]byte
	Jane   gitssh.Identity
	Demo   gitssh.Repository
	// DieIn is a function that does not return: "pushed" or "".
	DieIn string
}

func serveAsChild() {
	var c childWorld
	if err := json.Unmarshal([]byte(os.Getenv(childVariable)), &c); err != nil {
		panic(err)
	}
	known := newDirectory()
	known.keys[c.Digest] = c.Jane
	known.apps["demo"] = app{c.Demo, map[uuid.UUID][]gitssh.Verb{c.Jane.AccountID: {gitssh.Read, gitssh.Write}}, false}
	host, err := gitssh.HostKey(filepath.Join(c.Dir, "host_key"))
	if err != nil {
		panic(err)
	}
	server := newServer(known, host, c.Dir)
	server.Pushed = func(_ context.Context, push gitssh.Push) error {
		if c.DieIn == "pushed" {
			return syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
		return c.keep(push)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(ln.Addr())
	panic(server.Serve(context.Background(), ln))
}

// keep records a push as a database would: so that it outlives the server, or
// did not happen.
func (c childWorld) keep(push gitssh.Push) error {
	text, err := json.Marshal(push)
	if err != nil {
		return err
	}
	path := filepath.Join(c.Dir, push.ID.String()+keptEnding)
	if err := os.WriteFile(path+".new", text, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

const keptEnding = ".kept"

// kept are the pushes that the killed server had recorded.
func (w *world) kept() []gitssh.Push {
	w.t.Helper()
	found, _ := filepath.Glob(filepath.Join(w.dir, "*"+keptEnding))
	var out []gitssh.Push
	for _, path := range found {
		var push gitssh.Push
		if err := json.Unmarshal([]byte(w.read(path)), &push); err != nil {
			w.t.Fatal(err)
		}
		out = append(out, push)
	}
	return out
}

// startChild starts such a server and points the clients at it.
func (w *world) startChild(dieIn string) *exec.Cmd {
	w.t.Helper()
	c := childWorld{Dir: w.dir, Digest: w.digest(w.jane), Jane: w.jane.Identity, Demo: w.demo, DieIn: dieIn}
	text, err := json.Marshal(c)
	if err != nil {
		w.t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+string(text))
	cmd.Stderr = w.log
	out, err := cmd.StdoutPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		w.t.Fatal(err)
	}
	w.reach(strings.TrimSpace(address))
	return cmd
}

// spoolHas tells whether a file with this ending waits.
func (w *world) spoolHas(ending string) bool {
	for _, path := range w.spooled() {
		if strings.HasSuffix(path, ending) {
			return true
		}
	}
	return false
}

// TestAServerKilledAtAnyStepLosesNoPush kills a server in another process with
// SIGKILL, and looks at what the next one makes of it.
func TestAServerKilledAtAnyStepLosesNoPush(t *testing.T) {
	t.Parallel()
	for _, step := range []string{".json", ".asked", ".done", "pushed"} {
		t.Run("at "+step, func(t *testing.T) {
			t.Parallel()
			w := prepared(t)
			child := w.startChild(step)
			dir := w.work(w.jane)
			commit := strings.TrimSpace(w.must(w.git(w.jane, dir, "rev-parse", "HEAD")))
			push := w.git(w.jane, dir, "push", "origin", "main")
			if err := push.Start(); err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(step, ".") {
				// Too late is as good: then it was killed one step later.
				until(t, step+" is there", func() bool { return w.spoolHas(step) || w.stored(w.demo, "refs/heads/main") != "" })
				_ = child.Process.Kill()
			}
			_ = child.Wait()
			_ = push.Wait()
			// What git still does for the dead server is waited for.
			until(t, "all is recovered", func() bool {
				if err := w.server.Recover(t.Context()); err != nil {
					t.Fatal(err)
				}
				return len(w.spooled()) == 0
			})
			w.wantRecordedIf(w.stored(w.demo, "refs/heads/main") == commit, commit, step == "pushed")
		})
	}
}

// wantRecordedIf wants one push where the branch was moved, and none where not.
func (w *world) wantRecordedIf(moved bool, commit string, must bool) {
	w.t.Helper()
	// What both have recorded has one id, and is one push to a database.
	pushes := w.kept()
	for _, push := range w.known.recorded() {
		if !slices.ContainsFunc(pushes, func(p gitssh.Push) bool { return p.ID == push.ID }) {
			pushes = append(pushes, push)
		}
	}
	switch {
	case must && !moved:
		w.t.Fatal("the push did not happen")
	case !moved && len(pushes) > 0:
		w.t.Fatalf("recorded what did not happen: %+v", pushes)
	case moved && (len(pushes) != 1 || pushes[0].Updates[0].New != commit):
		w.t.Fatalf("recorded %+v", pushes)
	case moved && (pushes[0].Identity.AccountID != w.jane.AccountID || pushes[0].Identity.KeyID != w.jane.KeyID || pushes[0].Repository != w.demo || pushes[0].Updates[0].Subject != "first commit"):
		w.t.Fatalf("recorded %+v", pushes)
	}
}

// note leaves the files of a push that a crash has cut short.
func (w *world) note(push gitssh.Push, notes map[string]string) {
	w.t.Helper()
	text, err := json.Marshal(push)
	if err != nil {
		w.t.Fatal(err)
	}
	base := filepath.Join(w.server.Spool, push.ID.String())
	for ending, text := range notes {
		w.write(base+ending, text)
	}
	// The server may be looking: it must not find half of a push.
	w.write(base+".json.new", string(text))
	if err := os.Rename(base+".json.new", base+".json"); err != nil {
		w.t.Fatal(err)
	}
}

func TestRecoverRecordsWhatGitDidWithoutSayingSo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.pushed()
	commit := w.stored(w.demo, "refs/heads/main")
	none, other := strings.Repeat("0", 40), strings.Repeat("1", 40)
	push := gitssh.Push{ID: uuid.Must(uuid.NewV7()), Identity: w.jane.Identity, Repository: w.demo}
	w.note(push, map[string]string{
		".asked": none + " " + commit + " refs/heads/main\n" + none + " " + other + " refs/heads/main\n" + none + " " + commit + " refs/heads/gone\n",
	})
	unborn := gitssh.Push{ID: uuid.Must(uuid.NewV7()), Identity: w.jane.Identity, Repository: w.demo}
	w.note(unborn, nil)
	w.write(filepath.Join(w.server.Spool, uuid.NewString()+".json.new"), "{")
	for range 2 {
		if err := w.server.Recover(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	pushes := w.known.recorded()
	if len(pushes) != 2 || pushes[1].ID != push.ID || len(pushes[1].Updates) != 1 || pushes[1].Updates[0].Ref != "refs/heads/main" {
		t.Errorf("recorded %+v", pushes)
	}
	if w.known.told != 2 || len(w.spooled()) > 0 {
		t.Errorf("told %d times, %v waits", w.known.told, w.spooled())
	}
}

func TestRecoverAfterTheRepositoryIsGone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	if err := w.server.Recover(t.Context()); err != nil {
		t.Fatal(err)
	}
	commit := strings.Repeat("a", 40)
	push := gitssh.Push{ID: uuid.Must(uuid.NewV7()), Identity: w.jane.Identity, Repository: gitssh.Repository{ID: uuid.New(), Name: "gone"}}
	w.note(push, map[string]string{".done": commit + " " + commit + " refs/heads/main\n"})
	if err := w.server.Recover(t.Context()); err != nil {
		t.Fatal(err)
	}
	if pushes := w.known.recorded(); len(pushes) != 1 || len(w.spooled()) > 0 {
		t.Errorf("recorded %+v, %v waits", pushes, w.spooled())
	}
}

func TestRecoverLeavesARunningPushAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	h := w.holdPush(t, w.jane)
	if err := w.server.Recover(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !w.spoolHas(".json") {
		t.Error("the note of a running push was taken")
	}
	_ = h.input.Close()
	_ = h.wait()
	until(t, "nothing waits", func() bool { return len(w.spooled()) == 0 })
}
