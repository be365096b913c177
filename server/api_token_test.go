package main

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"portico/ent"
	"portico/graph/generated"
	"portico/internal/apitoken"
	"portico/internal/store"
)

// with sends a token in the place of a session.
func with(secret string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+secret) }
}

func TestTokenOverHTTP(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	app := s.app(ada, "adas-app")
	s.app(ada, "another-app")
	make := func(input string) string {
		t.Helper()
		return s.ask(session, `mutation { createApiToken(input: `+input+`) { secret errors { message } } }`, nil).must(t, "createApiToken.secret").(string)
	}
	keys := make(`{name: "keys", scopes: [KEYS_READ, PROFILE_READ]}`)
	confined := make(`{name: "one app", scopes: [APPS_READ, APPS_WRITE, TIMELINE_READ], appIds: ["` + app.GlobalID().String() + `"]}`)

	for _, c := range []struct{ name, secret, query, at, want string }{
		{"in its scope", keys, `{ viewer { username sshKeys { totalCount } } }`, "data.viewer.username", "ada"},
		{"beyond its scope", keys, `{ viewer { apps { totalCount } } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"reading is not writing", keys, `mutation { addSshKey(input: {publicKey: "x"}) { errors { code } } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"by its id too", keys, `{ node(id: "` + app.GlobalID().String() + `") { id } }`, "data.node", "<nil>"},
		{"no token makes tokens", keys, `mutation { createApiToken(input: {name: "x", scopes: [KEYS_READ]}) { secret } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"nor enters sudo mode", keys, `mutation { enterSudo(input: {password: "x"}) { errors { code } } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"confined, it sees its app", confined, `{ viewer { apps { totalCount edges { node { name } } } } }`, "data.viewer.apps", "map[edges:[map[node:map[name:adas-app]]] totalCount:1]"},
		{"and no other", confined, `{ app(name: "another-app") { id } }`, "data.app", "<nil>"},
		{"and makes none", confined, `mutation { createApp(input: {name: "third-app"}) { app { id } } }`, "errors.0.extensions.code", "FORBIDDEN"},
		{"and follows its timeline", confined, `{ app(name: "adas-app") { timeline { edges { node { type } } } } }`, "data.app.timeline.edges.0.node.type", "APP_CREATED"},
	} {
		got := s.ask("", c.query, nil, with(c.secret))
		if fmt.Sprint(find(got.body, c.at)) != c.want {
			t.Errorf("%s: %s, want %s", c.name, got.Body, c.want)
		}
	}
	if own := s.ask("", `{ viewer { timelineHead } }`, nil, with(confined)); own.code() != "NOT_FOUND" && own.code() != "FORBIDDEN" {
		t.Errorf("a confined token sees what happened elsewhere: %s", own.Body)
	}
	wrong := s.ask(session, `{ viewer { username } }`, nil, with(keys[:len(keys)-1]+"!"))
	if wrong.Code != http.StatusUnauthorized || wrong.code() != "UNAUTHENTICATED" || wrong.Header().Get("WWW-Authenticate") == "" {
		t.Errorf("a wrong token beside a good session: %d %s", wrong.Code, wrong.Body)
	}
	s.ask("", `mutation($s: String!) { revokeLeakedApiToken(input: {secret: $s}) { errors { code } } }`, map[string]any{"s": keys}).must(t, "revokeLeakedApiToken")
	if after := s.ask("", `{ viewer { username } }`, nil, with(keys)); after.Code != http.StatusUnauthorized {
		t.Errorf("the leaked token: %d %s", after.Code, after.Body)
	}
	if query := s.ask("", `{ viewer { username } }`, nil, func(r *http.Request) { r.URL.RawQuery = "access_token=" + confined }); find(query.body, "data.viewer") != nil {
		t.Errorf("R33: a token in the query string opens %s", query.Body)
	}
}

// R38: a token that is revoked closes its sockets within a second.
func TestR38RevokedTokenClosesItsSockets(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	_, ada := s.account("ada")
	made, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"TIMELINE_READ"}})
	if err != nil {
		t.Fatal(err)
	}
	k := s.dial(t, made.Text)
	k.follow(followTimeline, nil)
	began := time.Now()
	if err := s.Tokens.Revoke(ada, made.Token.ID); err != nil {
		t.Fatal(err)
	}
	if code := k.closedAtLast(); code != 4403 {
		t.Errorf("closed with %d", code)
	}
	if took := time.Since(began); took > time.Second {
		t.Errorf("closed after %v", took)
	}
}

func TestSudoIsRequired(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	err := store.Do(ada, s.db, func(tx *ent.Tx) error {
		return tx.Session.Update().SetSudoUntil(s.now().Add(-time.Second)).Exec(ada)
	})
	if err != nil {
		t.Fatal(err)
	}
	const guarded = `mutation { createApiToken(input: {name: "x", scopes: [KEYS_READ]}) { secret } }`
	if got := s.ask(session, guarded, nil); got.code() != "SUDO_REQUIRED" {
		t.Errorf("without sudo mode: %s", got.Body)
	}
	in := s.ask(session, `mutation($p: String!) { enterSudo(input: {password: $p}) { viewer { sudoUntil } errors { code } } }`, map[string]any{"p": "correct horse battery"})
	if in.must(t, "enterSudo.viewer.sudoUntil") == nil {
		t.Errorf("entered: %s", in.Body)
	}
	if got := s.ask(in.Result().Cookies()[0].Value, guarded, nil); got.body["errors"] != nil {
		t.Errorf("in sudo mode: %s", got.Body)
	}
}

// R29: every field that sudo mode guards, in a session without it. Those that a
// token may use ask it of a session all the same.
func TestR29EveryGuardedFieldWithoutSudo(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	err := store.Do(ada, s.db, func(tx *ent.Tx) error { return tx.Session.Update().SetSudoUntil(s.now()).Exec(ada) })
	if err != nil {
		t.Fatal(err)
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	guarded := map[string]bool{}
	for parent, frame := range map[string]string{"Query": "{ %s }", "Mutation": "mutation { %s }", "Viewer": "{ viewer { %s } }"} {
		for _, field := range schema.Types[parent].Fields {
			sudo := field.Directives.ForName("sudo") != nil
			if d := field.Directives.ForName("requires"); d != nil {
				a := d.Arguments.ForName("sudo")
				sudo = a != nil && a.Value.Raw == "true"
			}
			if !sudo {
				continue
			}
			guarded[field.Name] = true
			if got := s.ask(session, fmt.Sprintf(frame, selectionOf(schema, field)), nil); got.code() != "SUDO_REQUIRED" {
				t.Errorf("%s.%s without sudo mode: %s", parent, field.Name, got.Body)
			}
		}
	}
	for _, name := range []string{"addSshKey", "createApiToken", "renewApiToken", "startTotp", "confirmTotp", "confirmRecoveryCodes", "disableTwoFactor", "renewRecoveryCodes"} {
		if !guarded[name] {
			t.Errorf("sudo mode does not guard %s", name)
		}
	}
}

// R29: every field that is not for everybody, with a token of each scope: it
// opens where the field's own scope is the token's, and nowhere else.
func TestR29EveryFieldWithEachScope(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	_, ada := s.account("ada")
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	tokens := map[string]string{}
	for _, scope := range schema.Types["Scope"].EnumValues {
		made, err := s.Tokens.Create(ada, apitoken.NewToken{Name: scope.Name, Scopes: []string{scope.Name}})
		if err != nil {
			t.Fatal(err)
		}
		tokens[scope.Name] = made.Text
	}
	for parent, frame := range map[string]string{"Query": "{ %s }", "Mutation": "mutation { %s }", "Viewer": "{ viewer { %s } }"} {
		for _, field := range schema.Types[parent].Fields {
			if strings.HasPrefix(field.Name, "__") || field.Directives.ForName("public") != nil {
				continue
			}
			document := fmt.Sprintf(frame, selectionOf(schema, field))
			for scope, secret := range tokens {
				got := s.ask("", document, nil, with(secret))
				may := false
				if d := field.Directives.ForName("requires"); d != nil {
					may = d.Arguments.ForName("scope").Value.Raw == scope
				}
				if (got.code() != "FORBIDDEN") != may {
					t.Errorf("%s.%s with %s: %s", parent, field.Name, scope, got.Body)
				}
			}
		}
	}
}

// selectionOf asks for a field with the least that its arguments need.
func selectionOf(schema *ast.Schema, f *ast.FieldDefinition) string {
	var args []string
	for _, a := range f.Arguments {
		if a.Type.NonNull && a.DefaultValue == nil {
			args = append(args, a.Name+": "+valueOf(schema, a.Type))
		}
	}
	text := f.Name
	if len(args) > 0 {
		text += "(" + strings.Join(args, ", ") + ")"
	}
	if d := schema.Types[f.Type.Name()]; d.IsCompositeType() {
		text += " { __typename }"
	}
	return text
}

func valueOf(schema *ast.Schema, t *ast.Type) string {
	if t.Elem != nil {
		return "[" + valueOf(schema, t.Elem) + "]"
	}
	switch d := schema.Types[t.Name()]; {
	case d.Kind == ast.Enum:
		return d.EnumValues[0].Name
	case d.Kind == ast.InputObject:
		var fields []string
		for _, f := range d.Fields {
			if f.Type.NonNull && f.DefaultValue == nil {
				fields = append(fields, f.Name+": "+valueOf(schema, f.Type))
			}
		}
		return "{" + strings.Join(fields, ", ") + "}"
	case d.Name == "Boolean":
		return "true"
	case d.Name == "Int":
		return "1"
	case d.Name == "DateTime":
		return `"2026-11-30T00:00:00Z"`
	}
	return `"nothing"`
}
