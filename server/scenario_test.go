package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

func withViewer(ctx context.Context, v viewer.Viewer) context.Context { return viewer.With(ctx, v) }

// A scenario is a document that somebody sends, what they get, and which events
// it leaves in their timeline: these and no others.
type scenario struct {
	name   string
	who    string // "ada", "eve" the stranger, "" nobody
	query  string
	at     string // where to look in the data
	want   string // what is there
	code   string // or the code of the error
	events []string
}

// Each section of the API as its owner, a stranger and nobody see it.
func TestScenarios(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	sessions, contexts := map[string]string{}, map[string]context.Context{}
	for _, name := range []string{"ada", "eve", "bob"} {
		sessions[name], contexts[name] = s.account(name)
	}
	key, err := s.Account.Keys.Add(contexts["ada"], "laptop", testkit.PublicKey(t))
	if err != nil {
		t.Fatal(err)
	}
	a, err := s.Platform.Apps.Create(contexts["ada"], "adas-app")
	app := mustApp(t, a, err)
	bob, err := s.Platform.Collaborators.Invite(contexts["ada"], app.ID, "bob", "LIMITED")
	if err != nil {
		t.Fatal(err)
	}
	passkey := s.passkey(contexts["ada"])
	ids := strings.NewReplacer("{PSK}", passkey.GlobalID().String(), "{KEY}", key.GlobalID().String(), "{APP}", app.GlobalID().String(), "{COL}", bob.GlobalID().String(),
		"{NONE}", gid.ID{Kind: gid.SSHKey, UUID: app.ID}.String())

	for _, sc := range []scenario{
		{name: "nobody is nobody", query: `{ viewer { id } }`, at: "viewer", want: "<nil>"},
		{name: "nobody changes nothing", query: `mutation { createApp(input: {name: "none-of-it"}) { app { id } } }`, code: "UNAUTHENTICATED"},
		{name: "nobody finds no node", query: `{ node(id: "{KEY}") { id } }`, at: "node", want: "<nil>"},
		{name: "nobody sees no app", query: `{ app(name: "adas-app") { id } }`, code: "UNAUTHENTICATED"},
		{name: "the server tells what it is", query: `{ serverInfo { sandbox git { user } } }`, at: "serverInfo.git.user", want: "git"},

		{name: "the owner renames a key", who: "ada", query: `mutation { renameSshKey(id: "{KEY}", input: {name: "old laptop"}) { sshKey { name } errors { code } } }`, at: "renameSshKey.sshKey.name", want: "old laptop", events: []string{"ssh_key_renamed"}},
		{name: "to the same name, and nothing happens", who: "ada", query: `mutation { renameSshKey(id: "{KEY}", input: {name: "old laptop"}) { sshKey { name } errors { code } } }`, at: "renameSshKey.sshKey.name", want: "old laptop"},
		{name: "a key needs a name", who: "ada", query: `mutation { renameSshKey(id: "{KEY}", input: {name: " "}) { sshKey { name } errors { code path } } }`, at: "renameSshKey.errors", want: "[map[code:REQUIRED path:[input name]]]"},
		{name: "a private key is refused", who: "ada", query: `mutation { addSshKey(input: {publicKey: "-----BEGIN OPENSSH PRIVATE KEY-----"}) { sshKey { id } errors { code path } } }`, at: "addSshKey.errors", want: "[map[code:SSH_KEY_PRIVATE path:[input publicKey]]]"},
		{name: "R32 a stranger renames no key", who: "eve", query: `mutation { renameSshKey(id: "{KEY}", input: {name: "mine"}) { sshKey { id } } }`, code: "NOT_FOUND"},
		{name: "R32 as there is none of a random id", who: "eve", query: `mutation { renameSshKey(id: "{NONE}", input: {name: "mine"}) { sshKey { id } } }`, code: "NOT_FOUND"},
		{name: "R32 a stranger removes no key", who: "eve", query: `mutation { removeSshKey(id: "{KEY}") { removedId } }`, code: "NOT_FOUND"},
		{name: "R32 an id of another type is nothing", who: "ada", query: `mutation { removeSshKey(id: "{APP}") { removedId } }`, code: "NOT_FOUND"},
		{name: "a stranger finds no node", who: "eve", query: `{ nodes(ids: ["{KEY}", "{APP}", "{COL}", "rubbish"]) { id } }`, at: "nodes", want: "[<nil> <nil> <nil> <nil>]"},
		{name: "the owner finds them", who: "ada", query: `{ nodes(ids: ["{KEY}", "{APP}", "{COL}"]) { __typename } }`, at: "nodes", want: "[map[__typename:SshKey] map[__typename:App] map[__typename:Collaborator]]"},

		{name: "a stranger sees no app", who: "eve", query: `{ app(name: "adas-app") { id } }`, at: "app", want: "<nil>"},
		{name: "the invited is no member yet", who: "bob", query: `{ app(name: "adas-app") { id } }`, at: "app", want: "<nil>"},
		{name: "but knows of the invitation", who: "bob", query: `{ viewer { invitations { appName role owner { username } } } }`, at: "viewer.invitations", want: "[map[appName:adas-app owner:map[username:ada] role:LIMITED]]"},
		{name: "a stranger accepts nothing", who: "eve", query: `mutation { acceptInvitation(id: "{COL}") { app { id } } }`, code: "NOT_FOUND"},
		{name: "the owner accepts for nobody", who: "ada", query: `mutation { acceptInvitation(id: "{COL}") { app { id } } }`, code: "NOT_FOUND"},
		{name: "the invited accepts", who: "bob", query: `mutation { acceptInvitation(id: "{COL}") { app { name viewerRole viewerCan } errors { code } } }`, at: "acceptInvitation.app", want: "map[name:adas-app viewerCan:[READ PUSH] viewerRole:LIMITED]", events: []string{"collaborator_accepted"}},
		{name: "a member renames nothing", who: "bob", query: `mutation { renameApp(id: "{APP}", input: {name: "bobs-app"}) { app { id } } }`, code: "FORBIDDEN"},
		{name: "a member invites nobody", who: "bob", query: `mutation { inviteCollaborator(appId: "{APP}", input: {username: "eve"}) { collaborator { id } } }`, code: "FORBIDDEN"},
		{name: "a stranger invites nobody", who: "eve", query: `mutation { inviteCollaborator(appId: "{APP}", input: {username: "eve"}) { collaborator { id } } }`, code: "NOT_FOUND"},
		{name: "nobody is invited twice", who: "ada", query: `mutation { inviteCollaborator(appId: "{APP}", input: {username: "bob"}) { errors { code path } } }`, at: "inviteCollaborator.errors", want: "[map[code:ALREADY_MEMBER path:[input username]]]"},
		{name: "a member changes no role", who: "bob", query: `mutation { changeCollaboratorRole(id: "{COL}", input: {role: COLLABORATOR}) { collaborator { role } } }`, code: "FORBIDDEN"},
		{name: "the owner does", who: "ada", query: `mutation { changeCollaboratorRole(id: "{COL}", input: {role: COLLABORATOR}) { collaborator { role account { username } } } }`, at: "changeCollaboratorRole.collaborator.role", want: "COLLABORATOR", events: []string{"collaborator_role_changed"}},
		{name: "a stranger follows no app", who: "eve", query: `{ node(id: "{APP}") { ... on App { timelineHead } } }`, at: "node", want: "<nil>"},
		{name: "a member leaves", who: "bob", query: `mutation { removeCollaborator(id: "{COL}") { removedId } }`, at: "removeCollaborator.removedId", want: bob.GlobalID().String(), events: []string{"collaborator_removed"}},
		{name: "and sees the app no more", who: "bob", query: `{ app(name: "adas-app") { id } }`, at: "app", want: "<nil>"},
		{name: "an app is not deleted by mistake", who: "ada", query: `mutation { deleteApp(id: "{APP}", input: {confirmName: "ada-app"}) { deletedId errors { code path } } }`, at: "deleteApp", want: "map[deletedId:<nil> errors:[map[code:NAME_MISMATCH path:[input confirmName]]]]"},
		{name: "a stranger deletes nothing", who: "eve", query: `mutation { deleteApp(id: "{APP}", input: {confirmName: "adas-app"}) { deletedId } }`, code: "NOT_FOUND"},
		{name: "an app's name is taken for all", who: "eve", query: `mutation { createApp(input: {name: "adas-app"}) { errors { code path } } }`, at: "createApp.errors", want: "[map[code:TAKEN path:[input name]]]"},
		{name: "the owner deletes it", who: "ada", query: `mutation { deleteApp(id: "{APP}", input: {confirmName: "adas-app"}) { deletedId errors { code } } }`, at: "deleteApp.errors", want: "[]", events: []string{"app_deleted"}},

		{name: "nobody adds a passkey", query: `mutation { startPasskey { ceremony } }`, code: "UNAUTHENTICATED"},
		{name: "nobody is asked who signs in with one", query: `mutation { startPasskeySignIn { errors { code } } }`, at: "startPasskeySignIn.errors", want: "[]"},
		{name: "what no passkey said signs in nobody", query: `mutation { signInWithPasskey(input: {ceremony: "cer_", credential: "{}"}) { viewer { id } errors { code path } } }`, at: "signInWithPasskey", want: "map[errors:[map[code:PASSKEY_REFUSED path:[]]] viewer:<nil>]"},
		{name: "the owner sees a passkey", who: "ada", query: `{ viewer { passkeys { name synced lastUsedAt } loginMethods } }`, at: "viewer", want: "map[loginMethods:[PASSWORD PASSKEY] passkeys:[map[lastUsedAt:<nil> name:phone synced:true]]]"},
		{name: "and finds it", who: "ada", query: `{ node(id: "{PSK}") { __typename id } }`, at: "node.__typename", want: "Passkey"},
		{name: "R32 a stranger does not", who: "eve", query: `{ node(id: "{PSK}") { __typename } }`, at: "node", want: "<nil>"},
		{name: "a stranger has none", who: "eve", query: `{ viewer { passkeys { name } loginMethods } }`, at: "viewer", want: "map[loginMethods:[PASSWORD] passkeys:[]]"},
		{name: "the owner renames it", who: "ada", query: `mutation { renamePasskey(id: "{PSK}", input: {name: "old phone"}) { passkey { name } errors { code } } }`, at: "renamePasskey.passkey.name", want: "old phone"},
		{name: "a passkey needs a name", who: "ada", query: `mutation { renamePasskey(id: "{PSK}", input: {name: " "}) { passkey { name } errors { code path } } }`, at: "renamePasskey", want: "map[errors:[map[code:REQUIRED path:[input name]]] passkey:<nil>]"},
		{name: "R32 a stranger renames no passkey", who: "eve", query: `mutation { renamePasskey(id: "{PSK}", input: {name: "mine"}) { passkey { id } } }`, code: "NOT_FOUND"},
		{name: "R32 a stranger removes no passkey", who: "eve", query: `mutation { removePasskey(id: "{PSK}") { removedId } }`, code: "NOT_FOUND"},
		{name: "a ceremony to add one is the account's", who: "ada", query: `mutation { startPasskey { errors { code } } }`, at: "startPasskey.errors", want: "[]"},
		{name: "and one for sudo mode", who: "ada", query: `mutation { startPasskeySudo { errors { code } } }`, at: "startPasskeySudo.errors", want: "[]"},
		{name: "of which a stranger has none", who: "eve", query: `mutation { startPasskeySudo { ceremony errors { code } } }`, at: "startPasskeySudo", want: "map[ceremony:<nil> errors:[map[code:PASSKEY_REFUSED]]]"},
		{name: "what no passkey said opens nothing", who: "ada", query: `mutation { enterSudo(input: {passkey: {ceremony: "", credential: ""}}) { errors { code } } }`, at: "enterSudo.errors", want: "[map[code:PASSKEY_REFUSED]]"},
		{name: "and adds nothing", who: "ada", query: `mutation { addPasskey(input: {ceremony: "", credential: ""}) { passkey { id } errors { code } } }`, at: "addPasskey", want: "map[errors:[map[code:PASSKEY_REFUSED]] passkey:<nil>]"},
		{name: "the owner removes it", who: "ada", query: `mutation { removePasskey(id: "{PSK}") { removedId errors { code } } }`, at: "removePasskey.removedId", want: passkey.GlobalID().String(), events: []string{"passkey_removed"}},

		{name: "the server tells how long a deletion can be canceled", query: `{ serverInfo { deletionGraceDays } }`, at: "serverInfo.deletionGraceDays", want: "0"},
		{name: "GitHub is not offered", query: `{ serverInfo { github } }`, at: "serverInfo.github", want: "false"},
		{name: "so nobody is sent there", query: `mutation { startGithubSignIn(input: {page: "timeline"}) { url } }`, code: "BAD_USER_INPUT"},
		{name: "nobody links a GitHub account", query: `mutation { startGithubLink { url } }`, code: "UNAUTHENTICATED"},
		{name: "no GitHub account is linked", who: "ada", query: `{ viewer { github { login linkedAt } } }`, at: "viewer.github", want: "<nil>"},
		{name: "so none is unlinked", who: "ada", query: `mutation { unlinkGithub { viewer { id } errors { code path } } }`, at: "unlinkGithub", want: "map[errors:[map[code:NOT_ON path:[]]] viewer:<nil>]"},
		{name: "and none opens sudo mode", who: "ada", query: `mutation { startGithubSudo { url } }`, code: "FORBIDDEN"},

		{name: "a profile is changed", who: "ada", query: `mutation { updateProfile(input: {fullName: " Ada  King ", theme: DARK}) { viewer { fullName theme } errors { code } } }`, at: "updateProfile.viewer", want: "map[fullName:Ada King theme:DARK]", events: []string{"profile_updated"}},
		{name: "all that is wrong is said at once", who: "ada", query: `mutation { updateProfile(input: {username: "A", timeZone: "Mars"}) { errors { code path } } }`, at: "updateProfile.errors", want: "[map[code:TOO_SHORT path:[input username]] map[code:MALFORMED path:[input timeZone]]]"},
		{name: "in the account's language", who: "ada", query: `mutation { updateProfile(input: {language: FR}) { viewer { timeline(first: 1) { edges { node { summary } } } } } }`, at: "updateProfile.viewer.timeline.edges.0.node.summary", want: "Profil mis à jour", events: []string{"profile_updated"}},
		{name: "nobody moves", query: `mutation { requestEmailChange(input: {email: "x@new.example"}) { errors { code } } }`, code: "UNAUTHENTICATED"},
		{name: "an address of somebody else is taken", who: "eve", query: `mutation { requestEmailChange(input: {email: "ADA@example.com"}) { viewer { id } errors { code path } } }`, at: "requestEmailChange", want: "map[errors:[map[code:TAKEN path:[input email]]] viewer:<nil>]"},
		{name: "a lost mailbox takes a second factor", who: "eve", query: `mutation { requestEmailChange(input: {email: "eve@new.example", oldMailboxLost: true}) { errors { code path } } }`, at: "requestEmailChange.errors", want: "[map[code:SECOND_FACTOR_NEEDED path:[input oldMailboxLost]]]"},
		{name: "the owner asks for another address", who: "eve", query: `mutation { requestEmailChange(input: {email: "eve@new.example"}) { viewer { email emailChange { newEmail newConfirmedAt oldConfirmedAt oldMailboxLost dueAt } } errors { code } } }`, at: "requestEmailChange.viewer", want: "map[email:eve@example.com emailChange:map[dueAt:<nil> newConfirmedAt:<nil> newEmail:eve@new.example oldConfirmedAt:<nil> oldMailboxLost:false]]", events: []string{"email_change_requested"}},
		{name: "which nobody else sees", who: "bob", query: `{ viewer { emailChange { newEmail } } }`, at: "viewer.emailChange", want: "<nil>"},
		{name: "nor cancels", who: "bob", query: `mutation { cancelEmailChange { email errors { code } } }`, at: "cancelEmailChange", want: "map[email:<nil> errors:[map[code:NOT_ON]]]"},
		{name: "the owner does", who: "eve", query: `mutation { cancelEmailChange { email errors { code } } }`, at: "cancelEmailChange", want: "map[email:eve@example.com errors:[]]"},
		{name: "and none is under way", who: "eve", query: `{ viewer { emailChange { newEmail } } }`, at: "viewer", want: "map[emailChange:<nil>]"},
		{name: "a dead link confirms nothing", query: `mutation { confirmEmailChange(input: {token: "x"}) { newEmail applied errors { code path } } }`, at: "confirmEmailChange", want: "map[applied:false errors:[map[code:LINK_INVALID path:[input token]]] newEmail:<nil>]"},
		{name: "checking a dead link tells nothing", query: `mutation { checkEmailChangeLink(input: {token: "x"}) { newEmail stepsLeft errors { code path } } }`, at: "checkEmailChangeLink", want: "map[errors:[map[code:LINK_INVALID path:[input token]]] newEmail:<nil> stepsLeft:[]]"},
		{name: "nor cancels by a dead link", query: `mutation { cancelEmailChangeByLink(input: {token: "x"}) { email errors { code } } }`, at: "cancelEmailChangeByLink", want: "map[email:<nil> errors:[map[code:LINK_INVALID]]]"},
		{name: "nor takes back", query: `mutation { revertEmailChange(input: {token: "x"}) { email errors { code } } }`, at: "revertEmailChange", want: "map[email:<nil> errors:[map[code:LINK_INVALID]]]"},
		{name: "nor unlocks", query: `mutation { unlockSignIn(input: {token: "x"}) { errors { code } } }`, at: "unlockSignIn.errors", want: "[map[code:LINK_INVALID]]"},
		{name: "nor resets", query: `mutation { resetPassword(input: {token: "x", password: "another fine password"}) { username errors { code } } }`, at: "resetPassword", want: "map[errors:[map[code:LINK_INVALID]] username:<nil>]"},
		{name: "a reset for somebody", query: `mutation { requestPasswordReset(input: {email: "ada@example.com"}) { errors { code } } }`, at: "requestPasswordReset", want: "map[errors:[]]"},
		{name: "as for nobody", query: `mutation { requestPasswordReset(input: {email: "nobody@example.com"}) { errors { code } } }`, at: "requestPasswordReset", want: "map[errors:[]]"},
		{name: "nobody changes a password", query: `mutation { changePassword(input: {currentPassword: "x", newPassword: "another fine password"}) { errors { code } } }`, code: "UNAUTHENTICATED"},
		{name: "the current one is needed", who: "eve", query: `mutation { changePassword(input: {currentPassword: "not my password", newPassword: "another fine password"}) { viewer { id } endedSessions errors { code path } } }`, at: "changePassword", want: "map[endedSessions:0 errors:[map[code:WRONG_CREDENTIALS path:[input currentPassword]]] viewer:<nil>]"},
		{name: "and the new one is not guessed first", who: "eve", query: `mutation { changePassword(input: {currentPassword: "correct horse battery", newPassword: "porticoportico1"}) { errors { code path } } }`, at: "changePassword.errors", want: "[map[code:GUESSABLE path:[input newPassword]]]"},

		{name: "a cursor of elsewhere is refused", who: "ada", query: `{ viewer { timeline(after: "YXBwcwBh") { edges { cursor } } } }`, code: "BAD_USER_INPUT"},
		{name: "and one that is none", who: "ada", query: `{ viewer { sshKeys(after: "?") { edges { cursor } } } }`, code: "BAD_USER_INPUT"},
		{name: "a page has its limit", who: "ada", query: `{ viewer { sshKeys(first: 101) { edges { cursor } } } }`, code: "BAD_USER_INPUT"},
		{name: "an unknown field is the client's fault", who: "ada", query: `{ viewer { passwordHash } }`, code: "BAD_USER_INPUT"},
		{name: "a wrong date too", who: "ada", query: `{ viewer { timeline(filter: {from: "yesterday"}) { edges { cursor } } } }`, code: "BAD_USER_INPUT"},
	} {
		before := s.timelineOf(contexts[sc.who])
		got := s.ask(sessions[sc.who], ids.Replace(sc.query), nil)
		s.checkReads(got, 100) // R69
		switch {
		case sc.code != "":
			if got.code() != sc.code {
				t.Errorf("%s: %s, want %s", sc.name, got.Body, sc.code)
			}
		case got.body["errors"] != nil || fmt.Sprint(find(got.body["data"], sc.at)) != sc.want:
			t.Errorf("%s: %s, want %s", sc.name, got.Body, sc.want)
		}
		if after := s.timelineOf(contexts[sc.who]); !slices.Equal(after, append(sc.events, before...)) {
			t.Errorf("%s: it left the events %v, want %v", sc.name, after[:len(after)-len(before)], sc.events)
		}
	}
}

// passkey makes one of whoever asks, as if it had been added.
func (s *served) passkey(ctx context.Context) *ent.Passkey {
	s.t.Helper()
	key, err := store.InTx(ctx, s.db, func(tx *ent.Tx) (*ent.Passkey, error) {
		return tx.Passkey.Create().SetName("phone").SetCredentialID([]byte(viewer.ID(ctx).String())).SetCreatedAt(s.now()).
			SetCredential([]byte(`{"flags": {"backupEligible": true, "backupState": true}}`)).Save(ctx)
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return key
}

func (s *served) timelineOf(ctx context.Context) []string {
	s.t.Helper()
	if ctx == nil {
		return nil
	}
	size := int32(100)
	c, err := s.Log.Page(ctx, viewer.ID(ctx), page.Args{First: &size}, timeline.Filter{})
	if err != nil {
		s.t.Fatal(err)
	}
	var kinds []string
	for _, e := range c.Edges {
		kinds = append(kinds, string(timeline.TypeOf(e.Node)))
	}
	return kinds
}

// Signing in sets a cookie that only the browser's requests carry, and signing
// out makes it worthless.
func TestSessionsCookie(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	s.account("ada")
	in := s.ask("", `mutation($p: String!) { signIn(input: {login: "ada@EXAMPLE.com", password: $p}) { viewer { username } errors { code } } }`, map[string]any{"p": testkit.Password})
	in.must(t, "signIn.viewer.username")
	set := in.Header().Get("Set-Cookie")
	for _, part := range []string{"__Host-portico=", "Path=/", "Secure", "HttpOnly", "SameSite=Lax"} {
		if !strings.Contains(set, part) {
			t.Errorf("the cookie %q lacks %s", set, part)
		}
	}
	session := in.Result().Cookies()[0].Value
	if got := s.ask(session, `{ viewer { username } }`, nil).must(t, "viewer.username"); got != "ada" {
		t.Errorf("signed in as %v", got)
	}
	out := s.ask(session, `mutation { signOut { ended } }`, nil)
	if out.must(t, "signOut.ended") != true || out.Result().Cookies()[0].MaxAge >= 0 {
		t.Errorf("signing out: %s %v", out.Body, out.Header())
	}
	if got := s.ask(session, `{ viewer { username } }`, nil).must(t, "viewer"); got != nil {
		t.Errorf("the old cookie is %v's still", got)
	}
}

func TestWrongCredentialsAreNotTold(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	s.account("ada")
	var bodies []string
	for _, login := range []string{"ada", "ada@example.com", "Ada", "nobody", "nobody@example.com"} {
		a := s.ask("", `mutation($l: String!) { signIn(input: {login: $l, password: "not the password"}) { viewer { id } errors { code message path } } }`, map[string]any{"l": login})
		bodies = append(bodies, a.Body.String())
		if a.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s got a cookie", login)
		}
	}
	if len(slices.Compact(bodies)) != 1 {
		t.Errorf("answers differ: %v", bodies)
	}
}

// R34: a page of another site cannot have a visitor's browser change anything.
func TestR34CrossSiteIsRefused(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	from := func(origin, site string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Set("Origin", origin)
			r.Header.Set("Sec-Fetch-Site", site)
		}
	}
	const change = `mutation { updateProfile(input: {company: "Evil"}) { errors { code } } }`
	for _, c := range []struct {
		name string
		set  func(*http.Request)
		want int
	}{
		{"another site", from("https://evil.test", "cross-site"), http.StatusForbidden},
		{"a sandboxed frame", from("null", "cross-site"), http.StatusForbidden},
		{"another port", from("http://portico.test:81", "same-site"), http.StatusForbidden},
		{"our own page", from("http://portico.test", "same-origin"), http.StatusOK},
		{"a configured site", from("https://console.test", "cross-site"), http.StatusOK},
	} {
		a := s.ask(session, change, nil, c.set)
		if a.Code != c.want {
			t.Errorf("%s: %d %s", c.name, a.Code, a.Body)
		}
		if shares := a.Header().Get("Access-Control-Allow-Origin"); (shares == "https://console.test") != (c.name == "a configured site") {
			t.Errorf("%s: answers are shared with %q", c.name, shares)
		}
	}
	for _, media := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""} {
		a := s.ask(session, change, nil, func(r *http.Request) { r.Header.Set("Content-Type", media) })
		if a.Code != http.StatusUnsupportedMediaType {
			t.Errorf("as %q: %d", media, a.Code)
		}
	}
	get := s.ask(session, "", nil, func(r *http.Request) {
		r.Method = http.MethodGet
		r.URL.RawQuery = "query=mutation%7BsignOut%7Bended%7D%7D"
	})
	if get.Code != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: %d %s", get.Code, get.Body)
	}
}

func TestPagesAreServedUnderTheirOwnName(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	get := func(url string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		s.http.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, url, nil))
		return w
	}
	if w := get("http://127.0.0.1/apps/x?tab=1"); w.Code != http.StatusTemporaryRedirect || w.Header().Get("Location") != "http://portico.test/apps/x?tab=1" {
		t.Errorf("another name: %d %s", w.Code, w.Header().Get("Location"))
	}
	for url, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ready\n"} {
		if w := get("http://10.0.0.1" + url); w.Code != http.StatusOK || w.Body.String() != want {
			t.Errorf("%s: %d %s", url, w.Code, w.Body)
		}
	}
	if w := get("http://portico.test/schema.graphql"); !strings.Contains(w.Body.String(), "type Query {") {
		t.Errorf("the schema is not there: %d", w.Code)
	}
	if csp := get("http://portico.test/").Header().Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") {
		t.Errorf("the pages may do what is unsafe: %s", csp)
	}
}

func TestConfigRefusesWhatCannotWork(t *testing.T) {
	t.Parallel()
	good := Config{Addr: "127.0.0.1:8080", SSHAddr: "127.0.0.1:2222", BaseURL: "http://localhost:8080", Data: "data"}
	for want, change := range map[string]func(*Config){
		"":                                         func(*Config) {},
		"PORTICO_BASE_URL: \"ftp://x\"":            func(c *Config) { c.BaseURL = "ftp://x" },
		"PORTICO_BASE_URL: \"http://x/portico\"":   func(c *Config) { c.BaseURL = "http://x/portico" },
		"PORTICO_ADDR: \"8080\"":                   func(c *Config) { c.Addr = "8080" },
		"PORTICO_SSH_ADDR: \"\"":                   func(c *Config) { c.SSHAddr = "" },
		"PORTICO_ALLOWED_ORIGINS":                  func(c *Config) { c.AllowedOrigins = []string{"https://x/"} },
		"PORTICO_DATABASE_URL":                     func(c *Config) { c.DatabaseURL = "mysql://x" },
		"PORTICO_TRUSTED_PROXIES: \"10.0.0.0/40\"": func(c *Config) { c.TrustedProxies = []string{"::1", "10.0.0.0/40"} },
		"PORTICO_TRUSTED_PROXIES: \"proxy.lan\"":   func(c *Config) { c.TrustedProxies = []string{"proxy.lan"} },
		"PORTICO_DELETION_GRACE: -1s":              func(c *Config) { c.DeletionGrace = -time.Second },
		"a sandbox listens on loopback only":       func(c *Config) { c.Sandbox, c.Addr = true, "0.0.0.0:80" },
	} {
		c := good
		change(&c)
		err := c.check()
		if (err == nil) != (want == "") || err != nil && (!strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n")) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	forced := good
	forced.Sandbox, forced.ForceSandbox, forced.Addr = true, true, "0.0.0.0:80"
	if err := forced.check(); err != nil {
		t.Error(err)
	}
}
