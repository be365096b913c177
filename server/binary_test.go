package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"portico/internal/testkit"
)

// folder is where the real binary is built, when a test wants it.
var folder string

// build makes the real binary, once for all tests of the package.
var build = sync.OnceValues(func() (string, error) {
	path := filepath.Join(folder, "portico")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "portico-binary"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// A binary is the real program, running.
type binary struct {
	t        testing.TB
	path     string
	database string
	data     string
	web, ssh string // host:port
	flags    []string
	cmd      *exec.Cmd
	output   *bytes.Buffer
}

// serve starts the program on an empty database and waits until it is ready.
func serve(t testing.TB, flags ...string) *binary {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	b := &binary{t: t, path: path, database: testkit.URL(t), data: t.TempDir(), web: freePort(t), ssh: freePort(t), flags: flags}
	b.start()
	t.Cleanup(b.kill)
	return b
}

func freePort(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return "localhost:" + port
}

func (b *binary) start() {
	b.t.Helper()
	b.output = &bytes.Buffer{}
	b.cmd = exec.Command(b.path, "serve", "--data", b.data, "--database-url", b.database,
		"--addr", b.web, "--ssh-addr", b.ssh, "--base-url", b.url(""))
	b.cmd.Args = append(b.cmd.Args, b.flags...)
	b.cmd.Stdout, b.cmd.Stderr = b.output, b.output
	if err := b.cmd.Start(); err != nil {
		b.t.Fatal(err)
	}
	eventually(b.t, "the program is ready", func() bool {
		r, err := http.Get(b.url("/readyz"))
		if err != nil {
			return false
		}
		defer r.Body.Close()
		return r.StatusCode == http.StatusOK
	})
}

// kill ends the program as a power cut would.
func (b *binary) kill() {
	if b.cmd.ProcessState == nil {
		_ = b.cmd.Process.Kill()
		_ = b.cmd.Wait()
	}
	if b.t.Failed() {
		b.t.Logf("the program said:\n%s", b.output)
	}
}

// stop ends the program as an operator does, and tells its exit code and how
// long it took.
func (b *binary) stop() (int, time.Duration) {
	b.t.Helper()
	began := time.Now()
	if err := b.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		b.t.Fatal(err)
	}
	_ = b.cmd.Wait()
	return b.cmd.ProcessState.ExitCode(), time.Since(began)
}

func (b *binary) url(path string) string { return "http://" + b.web + path }

// eventually waits for a condition, half a minute at most.
func eventually(t testing.TB, what string, is func() bool) {
	t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for !is() {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain until %s", what)
		}
		pause()
	}
}

// pause gives others a turn between two looks at a condition.
func pause() { <-time.After(10 * time.Millisecond) }

// A client is a browser that is signed in, or not yet.
type client struct {
	t    testing.TB
	b    *binary
	http http.Client
}

func (b *binary) client(t testing.TB) *client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &client{t: t, b: b, http: http.Client{Jar: jar, Timeout: 20 * time.Second}}
}

// try asks the API and returns what came back.
func (c *client) try(query string, variables map[string]any) (map[string]any, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return nil, err
	}
	r, err := c.http.Post(c.b.url("/graphql"), "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var answer map[string]any
	if err := json.Unmarshal(text, &answer); err != nil {
		return nil, fmt.Errorf("%w: %s", err, text)
	}
	return answer, nil
}

// do asks the API, and takes no error for an answer. at finds the value in
// the data: "viewer.apps.0.name".
func (c *client) do(at, query string, variables map[string]any) any {
	c.t.Helper()
	answer, err := c.try(query, variables)
	if err != nil {
		c.t.Fatal(err)
	}
	if answer["errors"] != nil {
		c.t.Fatalf("%s: %v", query, answer["errors"])
	}
	return find(answer["data"], at)
}

func find(v any, at string) any {
	for _, step := range strings.Split(at, ".") {
		switch has := v.(type) {
		case map[string]any:
			v = has[step]
		case []any:
			i := 0
			_, _ = fmt.Sscan(step, &i)
			if i >= len(has) {
				return nil
			}
			v = has[i]
		default:
			return nil
		}
	}
	return v
}

// signUp makes an account and signs in to it.
func (c *client) signUp(name string) {
	c.t.Helper()
	wrong := c.do("signUp.errors", `mutation($n: String!, $e: String!, $p: String!) {
		signUp(input: {username: $n, email: $e, password: $p}) { viewer { id } errors { message path } } }`,
		map[string]any{"n": name, "e": name + "@example.com", "p": testkit.Password})
	if fmt.Sprint(wrong) != "[]" {
		c.t.Fatalf("sign up: %v", wrong)
	}
}

func (c *client) cookies() string {
	u, _ := url.Parse("https://" + c.b.web)
	var all []string
	for _, k := range c.http.Jar.Cookies(u) {
		all = append(all, k.Name+"="+k.Value)
	}
	return strings.Join(all, "; ")
}

// A follower is a stock graphql-ws client in a process of its own.
type follower struct {
	t       testing.TB
	mu      sync.Mutex
	updates []map[string]any
	ready   int
}

// follow starts one and waits until it is connected.
func (c *client) follow(query, app, after string) *follower {
	c.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "node", "../frontend/peers/follow.mjs",
		"ws://"+c.b.web+"/graphql", c.b.url(""), c.cookies(), query, app, after)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.StdoutPipe()
	if err != nil {
		c.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	f := &follower{t: c.t}
	done := make(chan struct{})
	go func() {
		defer close(done)
		f.read(out)
	}()
	c.t.Cleanup(func() {
		stop()
		<-done
		_ = cmd.Wait()
		if c.t.Failed() && complaints.Len() > 0 {
			c.t.Logf("the follower said: %s", &complaints)
		}
	})
	eventually(c.t, "the follower is connected", func() bool {
		f.mu.Lock()
		defer f.mu.Unlock()
		return f.ready > 0
	})
	return f
}

func (f *follower) read(r io.Reader) {
	d := json.NewDecoder(r)
	for {
		var line map[string]any
		if d.Decode(&line) != nil {
			return
		}
		f.mu.Lock()
		if line["ready"] == true {
			f.ready++
		} else {
			f.updates = append(f.updates, line)
		}
		f.mu.Unlock()
	}
}

// got is what came so far.
func (f *follower) got() []map[string]any {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]map[string]any(nil), f.updates...)
}

// of counts what came of one type.
func (f *follower) of(kind string) int {
	n := 0
	for _, u := range f.got() {
		if find(u, "node.type") == kind {
			n++
		}
	}
	return n
}
