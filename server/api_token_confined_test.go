package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/graph/generated"
	"portico/internal/apitoken"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R29, R52: a token confined to an app, with every scope, as one from before the
// account-wide ones were refused. It adds no key, sees no other token and revokes
// none, by whichever field and by id.
func TestR29_R52_ConfinedTokenStaysWithinItsApps(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	_, ada := s.account("ada")
	app := s.app(ada, "adas-app")
	other, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "other", Scopes: []string{"APPS_READ"}})
	confined, err2 := s.Tokens.Create(ada, apitoken.NewToken{Name: "confined", Scopes: []string{"APPS_READ"}, Apps: []uuid.UUID{app.ID}})
	key, err3 := s.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	if err := errors.Join(err, err2, err3); err != nil {
		t.Fatal(err)
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	var scopes []string
	for _, scope := range schema.Types["Scope"].EnumValues {
		scopes = append(scopes, scope.Name)
	}
	text, err := json.Marshal(scopes)
	if err == nil {
		err = store.Do(ada, s.db, func(tx *ent.Tx) error {
			_, err := tx.ExecContext(ada, `UPDATE api_tokens SET scopes = $1 WHERE id = $2`, string(text), confined.Token.ID)
			return err
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(testkit.PublicKey(t), "\n")
	for _, document := range []string{
		`mutation { addSshKey(input: {publicKey: "` + line + `"}) { sshKey { id } } }`,
		`mutation { startSshKeyProof(input: {publicKey: "` + line + `"}) { challenge } }`,
		`mutation { revokeApiToken(id: "` + other.Token.GlobalID().String() + `") { revokedId } }`,
		`{ viewer { apiTokens { edges { node { name apps { name } } } } } }`,
	} {
		if got := s.ask("", document, nil, with(confined.Text)); got.code() != "FORBIDDEN" {
			t.Errorf("%s: %s", document, got.Body)
		}
	}
	for parent, frame := range map[string]string{"Query": "{ %s }", "Mutation": "mutation { %s }", "Viewer": "{ viewer { %s } }"} {
		for _, field := range schema.Types[parent].Fields {
			d := field.Directives.ForName("requires")
			if d == nil || viewer.Confinable(d.Arguments.ForName("scope").Value.Raw) {
				continue
			}
			if got := s.ask("", fmt.Sprintf(frame, selectionOf(schema, field)), nil, with(confined.Text)); got.code() != "FORBIDDEN" {
				t.Errorf("%s.%s: %s", parent, field.Name, got.Body)
			}
		}
	}
	for _, id := range []string{other.Token.GlobalID().String(), confined.Token.GlobalID().String(), key.GlobalID().String()} {
		if got := s.ask("", `{ node(id: "`+id+`") { id } nodes(ids: ["`+id+`"]) { id } }`, nil, with(confined.Text)); fmt.Sprint(got.must(t, "node"), got.must(t, "nodes")) != "<nil> [<nil>]" {
			t.Errorf("by id: %s", got.Body)
		}
	}
	if got := s.ask("", `{ viewer { apps { totalCount } } }`, nil, with(confined.Text)); fmt.Sprint(got.must(t, "viewer.apps.totalCount")) != "1" {
		t.Errorf("its app: %s", got.Body)
	}
	if n := s.db.SSHKey.Query().CountX(ada); n != 1 {
		t.Errorf("%d keys", n)
	}
}

// R52: why not is said at the field of the scopes.
func TestR52CreatingATooWideToken(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	app := s.app(ada, "adas-app")
	got := s.ask(session, `mutation($a: ID!) { createApiToken(input: {name: "x", scopes: [KEYS_WRITE, APPS_READ], appIds: [$a]}) { secret errors { code path message } } }`,
		map[string]any{"a": app.GlobalID().String()})
	want := "map[errors:[map[code:NOT_CONFINABLE message:A token limited to specific apps can't have KEYS_WRITE. path:[input scopes]]] secret:<nil>]"
	if fmt.Sprint(got.must(t, "createApiToken")) != want {
		t.Errorf("%s", got.Body)
	}
}
