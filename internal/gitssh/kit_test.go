package gitssh_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"
	"golang.org/x/crypto/ssh"

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

// directory is what the rest of the program knows: keys, apps, rights.
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

// with changes what the program knows.
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

// lines is a log that several write to.
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

// world is a running server with jane, who owns the app demo.
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

// prepared is a world that does not serve yet.
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
		HostKey: host, Root: filepath.Join(dir, "repositories"), Spool: filepath.Join(dir, "spool"),
		Identify: known.identify, Check: known.check, Open: known.open, Pushed: known.pushed, Refused: known.refused,
		Log: slog.New(slog.DiscardHandler), Now: time.Now,
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

// reach points the clients at an address.
func (w *world) reach(address string) {
	w.t.Helper()
	_, w.port, _ = net.SplitHostPort(address)
	w.hosts = filepath.Join(w.dir, "known_hosts")
	line := fmt.Sprintf("[%s]:%s %s", w.host, w.port, ssh.MarshalAuthorizedKey(w.server.HostKey.PublicKey()))
	w.write(w.hosts, line)
}

func (w *world) end() {
	w.stop()
	<-w.served
	if left := w.processes(); len(left) > 0 {
		w.t.Errorf("left behind: %v", left)
	}
	if w.t.Failed() {
		w.t.Logf("log:\n%s", w.log)
	}
}

func (w *world) write(path, text string) {
	w.t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// person makes a key and makes it known.
func (w *world) person(name string, keygen ...string) person {
	w.t.Helper()
	p := w.stranger(name, keygen...)
	w.known.with(func() { w.known.keys[w.digest(p)] = p.Identity })
	return p
}

// stranger makes a key that nobody knows.
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

// options keep the host's own ssh out of it.
func (w *world) options(p person) []string {
	return []string{
		"-F", "/dev/null", "-p", w.port, "-i", p.key,
		"-o", "UserKnownHostsFile=" + w.hosts, "-o", "GlobalKnownHostsFile=/dev/null", "-o", "StrictHostKeyChecking=yes",
		"-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes",
	}
}

// ssh is a command that runs ssh. Options come before the host, words after.
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

// git is a command that runs git as somebody, in a folder.
func (w *world) git(p person, dir string, args ...string) *exec.Cmd {
	cmd := clean(exec.Command("git", args...))
	cmd.Dir = dir
	cmd.Env = append(cmd.Env, "GIT_SSH_COMMAND=ssh "+strings.Join(w.options(p), " "))
	return cmd
}

// must runs a command that has to succeed and returns all that it says.
func (w *world) must(cmd *exec.Cmd) string {
	w.t.Helper()
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.t.Fatalf("%v: %v\n%s", cmd.Args, err, out)
	}
	return string(out)
}

// fails runs a command that has to fail, and returns its status and its words.
func (w *world) fails(cmd *exec.Cmd) (int, string) {
	w.t.Helper()
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		w.t.Fatalf("%v did not fail: %v\n%s", cmd.Args, err, out)
	}
	return exit.ExitCode(), string(out)
}

// address of an app, as git takes it.
func (w *world) address(name string) string {
	return "ssh://git@" + w.host + ":" + w.port + "/" + name
}

// work makes a clone of demo with one commit on main that is not pushed.
func (w *world) work(p person) string {
	w.t.Helper()
	dir := filepath.Join(w.t.TempDir(), "work")
	w.must(w.git(p, w.dir, "init", "-q", "-b", "main", dir))
	w.must(w.git(p, dir, "remote", "add", "origin", w.address("demo.git")))
	w.commit(p, dir, "first commit")
	return dir
}

// commit makes an empty commit and returns its id.
func (w *world) commit(p person, dir, message string) string {
	w.t.Helper()
	w.must(w.git(p, dir, "commit", "-q", "--allow-empty", "-m", message))
	return strings.TrimSpace(w.must(w.git(p, dir, "rev-parse", "HEAD")))
}

// stored is what a ref of an app's repository points to, or "".
func (w *world) stored(repository gitssh.Repository, ref string) string {
	cmd := w.git(w.jane, w.dir, "--git-dir="+w.repository(repository), "rev-parse", "--verify", "--quiet", ref)
	out, _ := cmd.Output()
	return strings.TrimSpace(string(out))
}

func (w *world) repository(r gitssh.Repository) string {
	return filepath.Join(w.server.Root, r.ID.String()+".git")
}

// processes are those that work on this world's repositories.
func (w *world) processes() []string {
	var out []string
	found, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range found {
		text, _ := os.ReadFile(path)
		line := strings.ReplaceAll(string(text), "\x00", " ")
		if strings.Contains(line, w.server.Root) && !strings.Contains(line, "ssh -F") {
			out = append(out, line)
		}
	}
	return out
}

// spooled are the files that wait in the spool.
func (w *world) spooled() []string {
	found, _ := filepath.Glob(filepath.Join(w.server.Spool, "*"))
	return found
}

// until waits for a condition.
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
