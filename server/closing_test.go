package main

import (
	"context"
	"fmt"
	"net/http"
	"net/netip"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/apitoken"
	"portico/internal/gid"
	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// signIn signs in once more and returns the session.
func (s *served) signIn(name string) string {
	s.t.Helper()
	in := s.ask("", `mutation($l: String!, $p: String!) { signIn(input: {login: $l, password: $p}) { viewer { id } errors { code } } }`, map[string]any{"l": name, "p": testkit.Password})
	in.must(s.t, "signIn.viewer.id")
	for _, c := range in.Result().Cookies() {
		if c.Name == sessionCookie {
			return c.Value
		}
	}
	s.t.Fatal("no session's cookie")
	return ""
}

// email is the newest email in the outbox to an address.
func (s *served) email(to string) notify.Written {
	s.t.Helper()
	row, err := s.db.Mail.Query().Where(mail.ToAddress(to)).Order(ent.Desc(mail.FieldID)).First(viewer.AsSystem(s.t.Context()))
	if err != nil {
		s.t.Fatal(err)
	}
	l, err := s.Outbox.Read(row)
	return testkit.Must(s.t, l, err)
}

const (
	deleteAccount  = `mutation { deleteAccount { viewer { deletion { linkExpiresAt } } errors { code message path ... on AppsRemainError { apps { name } } } } }`
	confirmDeletes = `mutation($t: String!) { confirmAccountDeletion(input: {token: $t}) { dueAt errors { code path } } }`
	cancelDeletes  = `mutation($t: String!) { cancelAccountDeletion(input: {token: $t}) { username errors { code path } } }`
)

// R38: a session that is ended from elsewhere closes its sockets within a second,
// nothing is delivered afterwards, and its cookie opens nothing. The one that
// ended it stays.
func TestR38SessionRevokedElsewhereClosesItsSockets(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(s *served, here, id string){
		"one": func(s *served, here, id string) {
			s.ask(here, `mutation($id: ID!) { revokeSession(id: $id) { revokedId errors { code } } }`, map[string]any{"id": id}).must(s.t, "revokeSession.revokedId")
		},
		"all others": func(s *served, here, _ string) {
			if n := s.ask(here, `mutation { revokeOtherSessions { revoked errors { code } } }`, nil).must(s.t, "revokeOtherSessions.revoked"); n != 1.0 {
				s.t.Errorf("%v were ended", n)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := inProcess(t)
			here, ada := s.account("ada")
			there := s.signIn("ada")
			listed := s.ask(there, `{ viewer { sessions { totalCount edges { node { id current device address methods } } } } }`, nil)
			id, _ := listed.must(t, "viewer.sessions.edges.0.node.id").(string)
			if listed.must(t, "viewer.sessions.edges.0.node.current") != true || listed.must(t, "viewer.sessions.edges.1.node.current") != false || fmt.Sprint(listed.must(t, "viewer.sessions.edges.0.node.methods")) != "[PASSWORD]" {
				t.Errorf("listed is %s", listed.Body)
			}
			k, stays := s.dial(t, there), s.dial(t, here)
			head := map[string]any{"after": s.ask(here, `{ viewer { timelineHead } }`, nil).must(t, "viewer.timelineHead")}
			stays.follow(followTimeline, head)
			began := time.Now()
			end(s, here, id)
			s.app(ada, "too-late")
			if code := k.closed(); code != 4401 {
				t.Errorf("closed with %d", code)
			}
			if took := time.Since(began); took > time.Second {
				t.Errorf("closed after %v", took)
			}
			if got := s.ask(there, `{ viewer { username } }`, nil).must(t, "viewer"); got != nil {
				t.Errorf("the old cookie is %v's still", got)
			}
			for _, want := range []string{"SESSION_REVOKED", "APP_CREATED"} {
				if m := stays.hear("next"); find(m, "payload.data.timeline.node.type") != want {
					t.Errorf("the other one heard %v, not %s", m, want)
				}
			}
		})
	}
}

// R38: confirming the deletion closes the sockets of the account's sessions and
// tokens within a second; neither opens anything any more.
func TestR38ClosingAccountClosesItsSockets(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	made, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"TIMELINE_READ"}})
	testkit.Must(t, made, err)
	s.ask(session, deleteAccount, nil).must(t, "deleteAccount.viewer.deletion.linkExpiresAt")
	bySession, byToken := s.dial(t, session), s.dial(t, made.Text)
	bySession.follow(followTimeline, nil)
	byToken.follow(followTimeline, nil)
	began := time.Now()
	s.ask("", confirmDeletes, map[string]any{"t": s.email("ada@example.com").Button.Secret}).must(t, "confirmAccountDeletion.dueAt")
	for who, c := range map[string]struct {
		k    *socket
		want int
	}{"the session": {bySession, 4401}, "the token": {byToken, 4403}} {
		if code := c.k.closedAtLast(); code != c.want {
			t.Errorf("%s is closed with %d", who, code)
		}
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("closed after %v", took)
	}
	if got := s.ask(session, `{ viewer { username } }`, nil).must(t, "viewer"); got != nil {
		t.Errorf("the cookie is %v's still", got)
	}
	if got := s.ask("", `{ viewer { username } }`, nil, with(made.Text)); got.Code != http.StatusUnauthorized {
		t.Errorf("the token: %s", got.Body)
	}
}

// R9: when an account is deleted, its SSH connections may not stay, and its keys
// open no others.
func TestR9ClosingAccountEndsItsConnections(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	key, err := s.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, key, err)
	from := netip.MustParseAddr("192.0.2.1")
	open, err := s.identify(t.Context(), [32]byte(key.Digest), from)
	testkit.Must(t, open, err)
	testkit.Must(t, 0, s.checkKey(t.Context(), open))
	s.ask(session, deleteAccount, nil).must(t, "deleteAccount.viewer.deletion.linkExpiresAt")
	s.ask("", confirmDeletes, map[string]any{"t": s.email("ada@example.com").Button.Secret}).must(t, "confirmAccountDeletion.dueAt")
	if s.checkKey(t.Context(), open) == nil {
		t.Error("the open connection may stay")
	}
	if _, err := s.identify(t.Context(), [32]byte(key.Digest), from); err == nil {
		t.Error("the key opens another one")
	}
}

// A deletion over HTTP, from beginning to end; a stranger's guesses change nothing.
func TestDeletionScenario(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	eves, _ := s.account("eve")
	app := s.app(ada, "in-the-way")
	remain := s.ask(session, deleteAccount, nil)
	if got := fmt.Sprint(remain.must(t, "deleteAccount.errors")); got != "[map[apps:[map[name:in-the-way]] code:APPS_REMAIN message:Your account still owns apps. Delete them before you delete the account. path:[]]]" {
		t.Errorf("%s", got)
	}
	if got := s.ask(session, `{ viewer { deletion { ownedApps { name } linkExpiresAt graceDays } } }`, nil); fmt.Sprint(got.must(t, "viewer.deletion")) != "map[graceDays:0 linkExpiresAt:<nil> ownedApps:[map[name:in-the-way]]]" {
		t.Errorf("%s", got.Body)
	}
	testkit.Must(t, 0, s.Apps.Delete(ada, app.ID, "in-the-way"))
	s.resolver.Deletions.Grace = time.Hour
	s.ask(session, deleteAccount, nil).must(t, "deleteAccount.viewer.deletion.linkExpiresAt")
	confirm := s.email("ada@example.com").Button.Secret
	for who, session := range map[string]string{"nobody": "", "eve": eves} {
		for name, document := range map[string]string{"confirmAccountDeletion": confirmDeletes, "cancelAccountDeletion": cancelDeletes} {
			got := s.ask(session, document, map[string]any{"t": strings.ToUpper(confirm)})
			if fmt.Sprint(got.must(t, name+".errors")) != "[map[code:LINK_INVALID path:[input token]]]" {
				t.Errorf("%s, %s: %s", who, name, got.Body)
			}
		}
	}
	got := s.ask("", confirmDeletes, map[string]any{"t": confirm})
	if got.must(t, "confirmAccountDeletion.dueAt") == nil || strings.Contains(got.Body.String(), confirm) {
		t.Errorf("%s", got.Body)
	}
	cancel := s.email("ada@example.com").Button.Secret
	if got := s.ask("", cancelDeletes, map[string]any{"t": cancel}); got.must(t, "cancelAccountDeletion.username") != "ada" {
		t.Errorf("%s", got.Body)
	}
	if got := s.timelineOf(ada); got[0] != "account_deletion_cancelled" || got[1] != "account_deletion_requested" {
		t.Errorf("events are %v", got)
	}
	s.signIn("ada")
}

// What the section of sessions, deletion and export answers to whom.
func TestClosingScenarios(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	sessions, contexts := map[string]string{}, map[string]context.Context{}
	for _, name := range []string{"ada", "eve"} {
		sessions[name], contexts[name] = s.account(name)
	}
	made, err := s.Tokens.Create(contexts["ada"], apitoken.NewToken{Name: "program", Scopes: []string{"PROFILE_READ", "TOKENS_READ", "TOKENS_WRITE"}})
	testkit.Must(t, made, err)
	v, _ := viewer.From(contexts["ada"])
	session := gid.ID{Kind: gid.Session, UUID: v.SessionID}.String()
	asked := s.ask(sessions["ada"], `mutation { exportData { dataExport { id state progress size url } errors { code } } }`, nil)
	export, _ := asked.must(t, "exportData.dataExport.id").(string)
	if got := fmt.Sprint(asked.must(t, "exportData.dataExport.state"), asked.must(t, "exportData.dataExport.url")); got != "PENDING<nil>" {
		t.Errorf("asked for: %s", asked.Body)
	}
	ids := strings.NewReplacer("{SES}", session, "{EXP}", export, "{NONE}", gid.ID{Kind: gid.Session, UUID: v.AccountID}.String())
	sudoless := s.signIn("eve")
	testkit.Must(t, 0, store.Do(contexts["eve"], s.db, func(tx *ent.Tx) error {
		return tx.Session.Update().SetSudoUntil(s.now()).Exec(contexts["eve"])
	}))
	for _, c := range []struct {
		name, session, token, query, at, want string
	}{
		{"nobody ends a session", "", "", `mutation { revokeSession(id: "{SES}") { revokedId } }`, "errors.0.extensions.code", "UNAUTHENTICATED"},
		{"R32 a stranger ends none", sessions["eve"], "", `mutation { revokeSession(id: "{SES}") { revokedId } }`, "errors.0.extensions.code", "NOT_FOUND"},
		{"R32 as there is none of a random id", sessions["eve"], "", `mutation { revokeSession(id: "{NONE}") { revokedId } }`, "errors.0.extensions.code", "NOT_FOUND"},
		{"R32 an id of another type is nothing", sessions["ada"], "", `mutation { revokeSession(id: "{EXP}") { revokedId } }`, "errors.0.extensions.code", "NOT_FOUND"},
		{"a stranger finds no node", sessions["eve"], "", `{ nodes(ids: ["{SES}", "{EXP}"]) { id } }`, "data.nodes", "[<nil> <nil>]"},
		{"the owner does", sessions["ada"], "", `{ nodes(ids: ["{SES}", "{EXP}"]) { __typename } }`, "data.nodes", "[map[__typename:Session] map[__typename:DataExport]]"},
		{"a token does not", "", made.Text, `{ nodes(ids: ["{SES}", "{EXP}"]) { id } }`, "data.nodes", "[<nil> <nil>]"},
		{"a token sees no sessions", "", made.Text, `{ viewer { sessions { totalCount } } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"a token ends none", "", made.Text, `mutation { revokeOtherSessions { revoked } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"a token deletes no account", "", made.Text, `mutation { deleteAccount { errors { code } } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"a token exports nothing", "", made.Text, `mutation { exportData { errors { code } } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"deletion takes sudo mode", sudoless, "", `mutation { deleteAccount { errors { code } } }`, "errors.0.extensions.code", "SUDO_REQUIRED"},
		{"export takes sudo mode", sudoless, "", `mutation { exportData { errors { code } } }`, "errors.0.extensions.code", "SUDO_REQUIRED"},
		{"a stranger sees no export", sessions["eve"], "", `{ viewer { dataExport { id } } }`, "data.viewer.dataExport", "<nil>"},
		{"one a day", sessions["ada"], "", `mutation { exportData { dataExport { id } errors { code path } } }`, "data.exportData", "map[dataExport:<nil> errors:[map[code:LIMIT_REACHED path:[]]]]"},
		{"a cursor of elsewhere", sessions["ada"], "", `{ viewer { sessions(after: "YXBwcwBh") { totalCount } } }`, "errors.0.extensions.code", "BAD_USER_INPUT"},
	} {
		set := func(*http.Request) {}
		if c.token != "" {
			set = with(c.token)
		}
		if got := s.ask(c.session, ids.Replace(c.query), nil, set); fmt.Sprint(find(got.body, c.at)) != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Body, c.want)
		}
	}
}

// What the list of sessions costs does not depend on how many there are.
func TestStatementsOfSessions(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	const page = `{ viewer { id sessions { totalCount edges { node { id device address methods createdAt lastSeenAt expiresAt current } } } } }`
	for _, more := range []int{0, 15} {
		for range more {
			s.signIn("ada")
		}
		got := s.ask(session, page, nil)
		if got.must(t, "viewer.sessions.totalCount") != float64(more+1) {
			t.Errorf("%s", got.Body)
		}
		if n := got.statements.Count(); n != 4 { // session, account, page, count
			t.Errorf("with %d rows: %d statements:\n%s", more+1, n, got.statements)
		}
	}
}
