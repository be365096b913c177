package gitssh_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"
	"golang.org/x/crypto/ssh"

	"portico/internal/gitrepo"
	"portico/internal/gitssh"
	"portico/internal/sshkey"
)

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		serveAsChild()
		return
	}
	goleak.VerifyTestMain(m)
}

type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

type world struct {
	t      *testing.T
	dir    string
	server *gitssh.Server
	known  *directory
	log    *lines
	host   string
	port   string
	hosts  string // known_hosts
	demo   gitssh.Repository
	jane   person
	stop   context.CancelFunc
	served chan error
}

type person struct {
	gitssh.Identity
	key string // path of the private key
}

func newWorld(t *testing.T, changes ...func(*gitssh.Server)) *world {
	t.Helper()
	w := prepared(t)
	for _, change := range changes {
		change(w.server)
	}
	w.start()
	return w
}

func prepared(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, dir: t.TempDir(), known: newDirectory(), log: &lines{}, host: "127.0.0.1"}
	host, err := gitssh.HostKey(filepath.Join(w.dir, "host_key"))
	if err != nil {
		t.Fatal(err)
	}
	w.server = newServer(w.known, host, w.dir)
	w.server.Log = slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	w.jane = w.person("jane", "-t", "ed25519")
	w.demo = w.app("demo", w.jane)
	return w
}

func newServer(known *directory, host ssh.Signer, dir string) *gitssh.Server {
	return &gitssh.Server{
		HostKey: host, Spool: filepath.Join(dir, "spool"),
		Repositories: &gitrepo.Store{Root: filepath.Join(dir, "repositories"), Now: time.Now},
		Identify:     known.identify, Check: known.check, Open: known.open, Reopen: known.reopen, Pushed: known.pushed, Refused: known.refused,
		KeysURL: "https://portico.test/ssh-keys", Log: slog.New(slog.DiscardHandler), Now: time.Now,
	}
}

func (w *world) start() {
	w.t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		w.t.Fatal(err)
	}
	w.reach(ln.Addr().String())
	ctx, stop := context.WithCancel(context.Background())
	w.stop, w.served = stop, make(chan error, 1)
	go func() { w.served <- w.server.Serve(ctx, ln) }()
	w.t.Cleanup(w.end)
}

func (w *world) reach(address string) {
	w.t.Helper()
	_, w.port, _ = net.SplitHostPort(address)
	w.hosts = filepath.Join(w.dir, "known_hosts")
	line := fmt.Sprintf("[%s]:%s %s", w.host, w.port, ssh.MarshalAuthorizedKey(w.server.HostKey.PublicKey()))
	w.write(w.hosts, line)
}

func (w *world) end() {
	w.stop()
	if err := <-w.served; err != nil && !errors.Is(err, context.Canceled) {
		w.t.Errorf("serve: %v", err)
	}
	if left := w.processes(); len(left) > 0 {
		w.t.Errorf("left behind: %v", left)
	}
	if w.t.Failed() {
		log := strings.Split(w.log.String(), "\n")
		w.t.Logf("end of the log:\n%s", strings.Join(log[max(0, len(log)-10):], "\n"))
	}
}

func (w *world) write(path, text string) {
	w.t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) person(name string, keygen ...string) person {
	w.t.Helper()
	p := w.stranger(name, keygen...)
	w.known.with(func() { w.known.keys[w.digest(p)] = p.Identity })
	return p
}

func (w *world) stranger(name string, keygen ...string) person {
	w.t.Helper()
	path := filepath.Join(w.dir, name)
	w.must(exec.Command("ssh-keygen", append([]string{"-q", "-N", "", "-C", name, "-f", path}, keygen...)...))
	key, _ := sshkey.Parse(w.read(path + ".pub")) // weak ones are made as well
	return person{key: path, Identity: gitssh.Identity{
		AccountID: uuid.New(), KeyID: uuid.New(), Username: name, Fingerprint: key.Fingerprint(),
	}}
}

func (w *world) digest(p person) [32]byte {
	w.t.Helper()
	public, _, _, _, err := ssh.ParseAuthorizedKey([]byte(w.read(p.key + ".pub")))
	if err != nil {
		w.t.Fatal(err)
	}
	return sha256Of(public)
}

func (w *world) app(name string, owner person) gitssh.Repository {
	repository := gitssh.Repository{ID: uuid.New(), Name: name}
	w.known.with(func() {
		w.known.apps[name] = app{repository, map[uuid.UUID][]gitssh.Verb{owner.AccountID: {gitssh.Read, gitssh.Write}}, false}
	})
	return repository
}

func (w *world) read(path string) string {
	w.t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	return string(text)
}

func (w *world) options(p person) []string {
	return []string{
		"-F", "/dev/null", "-p", w.port, "-i", p.key,
		"-o", "UserKnownHostsFile=" + w.hosts, "-o", "GlobalKnownHostsFile=/dev/null", "-o", "StrictHostKeyChecking=yes",
		"-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes",
	}
}

func (w *world) ssh(p person, options []string, words ...string) *exec.Cmd {
	args := append(append(w.options(p), options...), "git@"+w.host)
	return clean(exec.Command("ssh", append(args, words...)...))
}

func clean(cmd *exec.Cmd) *exec.Cmd {
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=/nonexistent", "LANG=C",
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
		"GIT_AUTHOR_NAME=Jane", "GIT_AUTHOR_EMAIL=jane@example.org", "GIT_COMMITTER_NAME=Jane", "GIT_COMMITTER_EMAIL=jane@example.org",
	}
	return cmd
}

func (w *world) git(p person, dir string, args ...string) *exec.Cmd {
	cmd := clean(exec.Command("git", args...))
	cmd.Dir = dir
	cmd.Env = append(cmd.Env, "GIT_SSH_COMMAND=ssh "+strings.Join(w.options(p), " "))
	return cmd
}

func (w *world) must(cmd *exec.Cmd) string {
	w.t.Helper()
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.t.Fatalf("%v: %v\n%s", cmd.Args, err, out)
	}
	return string(out)
}

func (w *world) fails(cmd *exec.Cmd) (int, string) {
	w.t.Helper()
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		w.t.Fatalf("%v did not fail: %v\n%s", cmd.Args, err, out)
	}
	return exit.ExitCode(), string(out)
}

func (w *world) address(name string) string {
	return "ssh://git@" + w.host + ":" + w.port + "/" + name
}

func (w *world) work(p person) string {
	w.t.Helper()
	dir := filepath.Join(w.t.TempDir(), "work")
	w.must(w.git(p, w.dir, "init", "-q", "-b", "main", dir))
	w.must(w.git(p, dir, "remote", "add", "origin", w.address("demo.git")))
	w.commit(p, dir, "first commit")
	return dir
}

// pushed is a working copy of jane's whose first commit is pushed.
func (w *world) pushed() string {
	w.t.Helper()
	dir := w.work(w.jane)
	w.must(w.git(w.jane, dir, "push", "origin", "main"))
	return dir
}

func (w *world) commit(p person, dir, message string) string {
	w.t.Helper()
	w.must(w.git(p, dir, "commit", "-q", "--allow-empty", "-m", message))
	return strings.TrimSpace(w.must(w.git(p, dir, "rev-parse", "HEAD")))
}

func (w *world) stored(repository gitssh.Repository, ref string) string {
	cmd := w.git(w.jane, w.dir, "--git-dir="+w.repository(repository), "rev-parse", "--verify", "--quiet", ref)
	out, _ := cmd.Output()
	return strings.TrimSpace(string(out))
}

func (w *world) repository(r gitssh.Repository) string {
	return filepath.Join(w.server.Repositories.Root, r.ID.String()+".git")
}

func (w *world) processes() []string {
	var out []string
	found, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range found {
		text, _ := os.ReadFile(path)
		line := strings.ReplaceAll(string(text), "\x00", " ")
		if strings.Contains(line, w.server.Repositories.Root) && !strings.Contains(line, "ssh -F") {
			out = append(out, line)
		}
	}
	return out
}

// statuses are files of /proc about the processes that run a program, by path.
func (w *world) statuses(file, program string) map[string]string {
	out := map[string]string{}
	found, _ := filepath.Glob("/proc/[0-9]*")
	for _, dir := range found {
		line, _ := os.ReadFile(filepath.Join(dir, "cmdline"))
		if strings.Contains(string(line), w.server.Repositories.Root) && strings.Contains(string(line), program) {
			text, _ := os.ReadFile(filepath.Join(dir, file))
			out[dir] = string(text)
		}
	}
	return out
}

func (w *world) spooled() []string {
	found, _ := filepath.Glob(filepath.Join(w.server.Spool, "*.*"))
	return found
}

func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	within(t, 20*time.Second, what, holds)
}

func within(t *testing.T, limit time.Duration, what string, holds func() bool) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	late := time.After(limit)
	for !holds() {
		select {
		case <-tick.C:
		case <-late:
			t.Fatalf("not within %v: %s", limit, what)
		}
	}
}
