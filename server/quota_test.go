package main

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// R44, R47: the program serves whatever waits in its spool, and keeps to the
// operator's quota: the pusher is told the numbers, and finds it in the timeline.
func TestR44_R47ABrokenSpoolAndAQuota(t *testing.T) {
	t.Parallel()
	b := serve(t)
	b.stop()
	broken := "01999999-0000-7000-8000-000000000000.json"
	if err := os.WriteFile(filepath.Join(b.data, "pushes", broken), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.flags = []string{"--app-quota=1MB"}
	b.start()
	eventually(t, "the broken push is set aside", func() bool {
		_, err := os.Stat(filepath.Join(b.data, "pushes", "failed", broken))
		return err == nil
	})

	c := b.client(t)
	c.signUp("hoarder")
	g := newGit(t, b)
	c.do("addSshKey.sshKey.id", `mutation($k: String!) { addSshKey(input: {name: "laptop", publicKey: $k}) { sshKey { id } errors { message } } }`,
		map[string]any{"k": g.publicKey()})
	remote := c.do("createApp.app.gitRemote", `mutation { createApp(input: {name: "full-app"}) { app { gitRemote } errors { message } } }`, nil).(string)
	noise := make([]byte, 2<<20)
	_, _ = rand.Read(noise)
	if err := os.WriteFile(filepath.Join(g.dir, "noise"), noise, 0o600); err != nil {
		t.Fatal(err)
	}
	g.must("add", "noise")
	g.commit("too much")
	if out, err := g.run("push", remote, "main"); err == nil || !strings.Contains(out, "This push doesn't fit: full-app stores ") || !strings.Contains(out, "of at most 977 KiB") {
		t.Errorf("git push said %q, %v", out, err)
	}
	eventually(t, "the denial appears", func() bool {
		page := c.do("app.timeline.edges", `{ app(name: "full-app") { timeline(first: 1) { edges { node { summary ... on GitPushDeniedEvent { reason repeats } } } } } }`, nil)
		return find(page, "0.node.reason") == "OVER_QUOTA" && find(page, "0.node.repeats") == 0.0 &&
			find(page, "0.node.summary") == "Push to full-app denied: the storage quota is used up"
	})
}
