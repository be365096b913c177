package main

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"

	"portico/ent"
	"portico/internal/gitssh"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// withoutSession is the context of the same account, whether or not its session ends.
func withoutSession(ctx context.Context) context.Context {
	v, _ := viewer.From(ctx)
	v.SessionID = uuid.Nil
	return viewer.With(ctx, v)
}

// R38: a session that ends closes its sockets within a second; nothing that is
// recorded afterwards reaches them, and the old cookie cannot come back.
func TestR38EndedSessionClosesItsSockets(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	k := s.dial(t, session)
	k.follow(followTimeline, map[string]any{"after": s.ask(session, `{ viewer { timelineHead } }`, nil).must(t, "viewer.timelineHead")})

	began := time.Now()
	s.ask(session, `mutation { signOut { ended } }`, nil).must(t, "signOut.ended")
	if _, err := s.Apps.Create(withoutSession(ada), "too-late"); err != nil {
		t.Fatal(err)
	}
	if code := k.closed(); code != 4401 {
		t.Errorf("closed with %d", code)
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("closed after %v", took)
	}
	back := s.dial(t, session)
	back.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": followTimeline}})
	back.hearRefusal("UNAUTHENTICATED")
}

// R38: what a socket asks is looked at again each time: a session that ended without
// word of it, on another machine say, does nothing more.
func TestR38EachOperationLooksAgain(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	token := s.ask(session, `mutation { createApiToken(input: {name: "ci", scopes: [PROFILE_READ]}) { secret } }`, nil).must(t, "createApiToken.secret").(string)
	sockets := map[int]*socket{4401: s.dial(t, session), 4403: s.dial(t, token)}
	err := store.Do(ada, s.db, func(tx *ent.Tx) error {
		_, err := tx.Session.Delete().Exec(ada)
		_, err2 := tx.APIToken.Delete().Exec(ada)
		return errors.Join(err, err2)
	})
	if err != nil {
		t.Fatal(err)
	}
	for want, k := range sockets {
		k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": `{ viewer { username } }`}})
		if code := k.closed(); code != want {
			t.Errorf("closed with %d, want %d", code, want)
		}
	}
}

// R38: another session of the same account stays.
func TestR38OtherSessionsStay(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	first, ada := s.account("ada")
	in := s.ask("", `mutation($p: String!) { signIn(input: {login: "ada", password: $p}) { viewer { id } } }`, map[string]any{"p": "correct horse battery"})
	k := s.dial(t, in.Result().Cookies()[0].Value)
	k.follow(followTimeline, map[string]any{"after": s.ask(first, `{ viewer { timelineHead } }`, nil).must(t, "viewer.timelineHead")})
	s.ask(first, `mutation { signOut { ended } }`, nil).must(t, "signOut.ended")
	s.app(withoutSession(ada), "seen-app")
	if m := k.hear("next"); find(m, "payload.data.timeline.node.type") != "APP_CREATED" {
		t.Errorf("heard %v", m)
	}
}

// R40: who is removed from an app sees nothing that happens to it afterwards.
func TestR40RemovedCollaboratorSeesNothingMore(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	app := s.sharedApp("shared-app")
	head := s.ask(app.bobsSession, `{ app(name: "shared-app") { timelineHead } }`, nil).must(t, "app.timelineHead")
	k := s.dial(t, app.bobsSession)
	k.follow(followApp, map[string]any{"app": app.GlobalID().String(), "after": head})

	_, err := s.Apps.Rename(app.ada, app.ID, "still-shared")
	testkit.Must(t, app, err)
	if m := k.hear("next"); find(m, "payload.data.appTimeline.node.type") != "APP_RENAMED" {
		t.Errorf("heard %v", m)
	}
	if err := s.Collaborators.Remove(app.ada, app.collaborator.ID); err != nil {
		t.Fatal(err)
	}
	k.hearRefusal("NOT_FOUND")
}

// R39: a page of another site cannot connect with a visitor's cookie.
func TestR39ForeignOriginCannotConnect(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	web := httptest.NewServer(s.http)
	t.Cleanup(web.Close)
	for origin, want := range map[string]int{
		"": http.StatusForbidden, "null": http.StatusForbidden, "https://evil.test": http.StatusForbidden,
		"http://portico.test": http.StatusSwitchingProtocols, "https://console.test": http.StatusSwitchingProtocols,
	} {
		h := http.Header{"Cookie": {sessionCookie + "=" + session}}
		if origin != "" {
			h.Set("Origin", origin)
		}
		d := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
		c, r, err := d.Dial("ws"+strings.TrimPrefix(web.URL, "http")+"/graphql", h)
		if r == nil || r.StatusCode != want {
			t.Errorf("from %q: %v %v", origin, r, err)
		}
		if err == nil {
			_ = c.Close()
		}
	}
}

// R9: with a connection kept open, removing its key or suspending its account
// makes the next command fail, and the connection ends within a second.
func TestR9RevokedKeyEndsItsConnections(t *testing.T) {
	t.Parallel()
	b := serve(t)
	c := b.client(t)
	c.signUp("keeper")
	g := newGit(t, b)
	key := c.do("addSshKey.sshKey.id", `mutation($k: String!) { addSshKey(input: {name: "k", publicKey: $k}) { sshKey { id } errors { message } } }`,
		map[string]any{"k": g.publicKey()}).(string)
	c.do("createApp.app.id", `mutation { createApp(input: {name: "kept-app"}) { app { id } errors { message } } }`, nil)

	control := filepath.Join(t.TempDir(), "c")
	ctx, cancel := context.WithCancel(context.Background())
	master := exec.CommandContext(ctx, "ssh", g.ssh(b, "-M", "-N", "-S", control)...)
	if err := master.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { _ = master.Wait(); close(ended) }()
	t.Cleanup(func() { cancel(); <-ended })
	again := func(args ...string) (string, error) {
		out, err := exec.Command("ssh", g.ssh(b, append([]string{"-S", control}, args...)...)...).CombinedOutput()
		return string(out), err
	}
	eventually(t, "the connection is open", func() bool {
		_, err := again("-O", "check")
		return err == nil
	})
	if out, err := again("git-upload-pack 'kept-app.git' < /dev/null"); strings.Contains(out, "no app") {
		t.Fatalf("the open connection is of no use: %s %v", out, err)
	}
	began := time.Now()
	c.do("removeSshKey.removedId", `mutation($id: ID!) { removeSshKey(id: $id) { removedId errors { message } } }`, map[string]any{"id": key})
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Fatal("the connection is still open")
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("the connection ended after %v", took)
	}
	if out, err := g.run("ls-remote", "ssh://git@"+b.ssh+"/kept-app.git"); err == nil {
		t.Errorf("the removed key lists branches: %s", out)
	}
}

// R9: a connection of an account that is suspended ends; a new one is told why
// it cannot push.
func TestR9SuspendedAccountCannotPush(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	_, ada := s.account("ada")
	key, err := s.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	if err != nil {
		t.Fatal(err)
	}
	s.app(ada, "adas-app")
	before, err := s.identify(t.Context(), [32]byte(key.Digest), netip.MustParseAddr("192.0.2.1"))
	if err == nil {
		err = s.checkKey(t.Context(), before)
	}
	if err != nil {
		t.Fatal(err)
	}
	err = store.Do(t.Context(), s.db, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(key.AccountID).SetSuspendedAt(s.now()).Exec(viewer.AsSystem(t.Context()))
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.checkKey(t.Context(), before) == nil {
		t.Error("the connection from before may stay")
	}
	after, err := s.identify(t.Context(), [32]byte(key.Digest), netip.MustParseAddr("192.0.2.1"))
	if err == nil {
		err = s.checkKey(t.Context(), after)
	}
	if err != nil {
		t.Fatal(err)
	}
	var denied *gitssh.Denial
	if _, err := s.openRepository(t.Context(), after, "adas-app", gitssh.Write); !errors.As(err, &denied) || !strings.Contains(denied.Text, "suspended") {
		t.Errorf("a push is answered with %v", err)
	}
	if got := s.timelineOf(ada); got[0] != "git_push_denied" {
		t.Errorf("the timeline begins with %v", got)
	}
	if _, err := s.openRepository(t.Context(), after, "adas-app", gitssh.Read); err != nil {
		t.Errorf("reading is answered with %v", err)
	}
}

// ssh is the arguments for a plain connection of this git's key.
func (g *git) ssh(b *binary, args ...string) []string {
	host, port, _ := strings.Cut(b.ssh, ":")
	base := []string{
		"-F", "/dev/null", "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o", "UserKnownHostsFile=" + g.known,
		"-i", g.key, "-p", port,
	}
	var command []string
	if n := len(args); n > 0 && strings.HasPrefix(args[n-1], "git-") {
		args, command = args[:n-1], args[n-1:]
	}
	return append(append(append(base, args...), "git@"+host), command...)
}
