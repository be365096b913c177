package main

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/graph/generated"
	"portico/internal/addon"
	"portico/internal/apitoken"
	"portico/internal/platform"
	"portico/internal/testkit"
)

// nodes are one object of each type that has an id of its own, by its type.
func (s *served) nodes(session string, ada context.Context) map[string]string {
	s.t.Helper()
	a, err := s.Apps.Create(ada, "adas-app")
	app := testkit.Must(s.t, a, err)
	key, err := s.Keys.Add(ada, "laptop", testkit.PublicKey(s.t))
	s.check(err)
	s.account("bob")
	collaborator, err := s.Collaborators.Invite(ada, app.ID, "bob", "LIMITED")
	s.check(err)
	s.check(s.Deployments.Record(ada, platform.Received{
		ID: uuid.Must(uuid.NewV7()), AppID: app.ID, KeyID: key.ID, KeyFingerprint: "SHA256:x", At: key.CreatedAt,
		Branches: []platform.Branch{{Ref: "refs/heads/main", Commit: "c0ffee", Subject: "Say hello"}},
	}))
	oneOff, err := s.OneOffs.Run(ada, app.ID, "rake", "M")
	s.check(err)
	token, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "ci", Scopes: []string{"APPS_READ"}})
	s.check(err)
	redis, err := s.Addons.Provision(ada, app.ID, addon.Wanted{Plan: "redis-s"})
	s.check(err)
	transfer, _ := s.offered(ada, "adas-app")
	export, err := s.Exports.Request(ada)
	s.check(err)
	return map[string]string{
		"Viewer": s.ask(session, `{ viewer { id } }`, nil).must(s.t, "viewer.id").(string),
		"App":    app.GlobalID().String(), "SshKey": key.GlobalID().String(), "Collaborator": collaborator.GlobalID().String(),
		"Deployment": s.db.Deployment.Query().OnlyX(ada).GlobalID().String(), "ApiToken": token.Token.GlobalID().String(), "OneOff": oneOff.GlobalID().String(),
		"Passkey": s.passkey(ada).GlobalID().String(), "DataExport": export.GlobalID().String(), "Addon": redis.GlobalID().String(),
		"AppTransfer": transfer.GlobalID().String(), "Lifespan": s.lifespan(ada, app).GlobalID().String(),
		"Session": s.db.Session.Query().OnlyX(ada).GlobalID().String(),
	}
}

// offered is the offer of an app to zoe, who collaborates on it, and a session of hers.
func (s *served) offered(owner context.Context, name string) (offer *ent.AppTransfer, session string) {
	s.t.Helper()
	a, err := s.Apps.Named(owner, name)
	app := testkit.Must(s.t, a, err)
	session, zoe := s.account("zoe")
	c, err := s.Collaborators.Invite(owner, app.ID, "zoe", "LIMITED")
	s.check(err)
	_, err = s.Collaborators.Accept(zoe, c.ID)
	s.check(err)
	t, err := s.Transfers.Offer(owner, app.ID, "zoe")
	return testkit.Must(s.t, t, err), session
}

func (s *served) check(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// R29: an object is found by its id with the scope that its field asks for, and with
// no other; what is a session's alone is found by no token.
func TestR29EveryNodeWithEachScope(t *testing.T) {
	t.Parallel()
	s := inProcess(t, free)
	session, ada := s.account("ada")
	scopes := map[string]string{
		"Viewer": "PROFILE_READ", "SshKey": "KEYS_READ", "ApiToken": "TOKENS_READ", "App": "APPS_READ", "Collaborator": "APPS_READ",
		"Deployment": "APPS_READ", "OneOff": "APPS_READ", "Addon": "APPS_READ", "AppTransfer": "APPS_READ", "Lifespan": "BILLING_READ", "Passkey": "", "Session": "", "DataExport": "",
	}
	ids := s.nodes(session, ada)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, kind := range schema.GetPossibleTypes(schema.Types["Node"]) {
		if _, ok := scopes[kind.Name]; !ok || ids[kind.Name] == "" {
			t.Errorf("%s is a node, and nobody said with which scope", kind.Name)
		}
	}
	found := func(a answer) bool { return a.must(t, "node") != nil || find(a.body["data"], "nodes.0") != nil }
	query := `query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }`
	for kind, id := range ids {
		if !found(s.ask(session, query, map[string]any{"id": id})) {
			t.Errorf("%s is not found in a session", kind)
		}
		for _, scope := range schema.Types["Scope"].EnumValues {
			made, err := s.Tokens.Create(ada, apitoken.NewToken{Name: kind + scope.Name, Scopes: []string{scope.Name}})
			s.check(err)
			if got := found(s.ask("", query, map[string]any{"id": id}, with(made.Text))); got != (scope.Name == scopes[kind]) {
				t.Errorf("%s with %s is found: %v", kind, scope.Name, got)
			}
			s.check(s.Tokens.Revoke(ada, made.Token.ID))
		}
	}
}
