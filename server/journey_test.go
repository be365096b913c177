package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	followTimeline = `subscription($after: Cursor) { timeline(after: $after) {
		... on TimelineEdge { cursor node { id type summary } } ... on TimelineReset { reset: cursor } } }`
	followApp = `subscription($app: ID!, $after: Cursor) { appTimeline(app: $app, after: $after) {
		... on TimelineEdge { cursor node { id type summary ... on AppDeployedEvent { deployment { commit ref subject } } } }
		... on TimelineReset { reset: cursor } } }`
)

// The journey of a newcomer, from the sign-up to the deployment that appears.
func TestJourneyFromSignUpToDeployment(t *testing.T) {
	t.Parallel()
	b := serve(t)
	c := b.client(t)
	c.signUp("newcomer")

	g := newGit(t, b)
	c.do("addSshKey.sshKey.id", `mutation($k: String!) { addSshKey(input: {name: "laptop", publicKey: $k}) { sshKey { id } errors { message } } }`,
		map[string]any{"k": g.publicKey()})
	app := c.do("createApp.app", `mutation { createApp(input: {name: "first-app"}) { app { id gitRemote } errors { message } } }`, nil)
	mine := c.follow(followTimeline, "", "")
	shared := c.follow(followApp, find(app, "id").(string), "")

	g.commit("Say hello")
	remote := find(app, "gitRemote").(string)
	out := g.must("push", remote, "main")
	if !strings.Contains(out, "first-app deployed") {
		t.Errorf("git push said %q", out)
	}

	for _, f := range []*follower{mine, shared} {
		eventually(t, "the deployment appears", func() bool { return f.of("APP_DEPLOYED") == 1 })
	}
	commit := strings.TrimSpace(g.must("rev-parse", "HEAD"))
	if got := find(shared.got()[0], "node.deployment.commit"); got != commit {
		t.Errorf("deployed %v, pushed %s", got, commit)
	}
	last := c.do("app.lastDeployment", `{ app(name: "first-app") { lastDeployment { commit subject ref pusherName } } }`, nil)
	if find(last, "commit") != commit || find(last, "subject") != "Say hello" || find(last, "pusherName") != "newcomer" {
		t.Errorf("the newest deployment is %v", last)
	}
	if used := c.do("viewer.sshKeys.edges.0.node.lastUsedAt", `{ viewer { sshKeys { edges { node { lastUsedAt } } } } }`, nil); used == nil {
		t.Error("the key does not know that it was used")
	}

	// Once is once: a second push makes a second event and no third.
	g.commit("Say it again")
	g.must("push", remote, "main")
	for _, f := range []*follower{mine, shared} {
		eventually(t, "the second deployment appears", func() bool { return f.of("APP_DEPLOYED") >= 2 })
		if n := f.of("APP_DEPLOYED"); n != 2 {
			t.Errorf("%d deployments appeared, not 2", n)
		}
	}
	// And what was pushed can be cloned.
	g.must("clone", remote, filepath.Join(t.TempDir(), "clone"))
}

// git is a newcomer's git, with a key of its own and no settings of the machine.
type git struct {
	t     *testing.T
	dir   string
	key   string
	known string
	env   []string
}

func newGit(t *testing.T, b *binary) *git {
	t.Helper()
	home := t.TempDir()
	g := &git{t: t, dir: filepath.Join(home, "work"), key: filepath.Join(home, "id_ed25519")}
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "laptop", "-f", g.key).CombinedOutput(); err != nil {
		t.Fatalf("ssh-keygen: %v: %s", err, out)
	}
	g.known = filepath.Join(home, "known_hosts")
	line := b.client(t).do("serverInfo.git.knownHosts", `{ serverInfo { git { knownHosts } } }`, nil).(string)
	if err := os.WriteFile(g.known, []byte(line+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	g.env = append(os.Environ(), "HOME="+home, "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0",
		"GIT_AUTHOR_NAME=N", "GIT_AUTHOR_EMAIL=n@example.com", "GIT_COMMITTER_NAME=N", "GIT_COMMITTER_EMAIL=n@example.com",
		"GIT_SSH_COMMAND=ssh -F /dev/null -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile="+g.known+" -i "+g.key)
	if err := os.MkdirAll(g.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	g.must("init", "-q", "-b", "main")
	return g
}

func (g *git) publicKey() string {
	g.t.Helper()
	line, err := os.ReadFile(g.key + ".pub")
	if err != nil {
		g.t.Fatal(err)
	}
	return string(line)
}

func (g *git) commit(subject string) { g.must("commit", "-q", "--allow-empty", "-m", subject) }

func (g *git) run(args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = g.dir, g.env
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (g *git) must(args ...string) string {
	g.t.Helper()
	out, err := g.run(args...)
	if err != nil {
		g.t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return out
}
