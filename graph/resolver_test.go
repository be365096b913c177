package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/graph"
	"portico/graph/model"
	"portico/graph/scalar"
	"portico/internal/gid"
	"portico/internal/problem"
	"portico/internal/sandbox"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
	"portico/internal/worker"
)

func resolver(w *testkit.World) *graph.Resolver {
	clock := &sandbox.Clock{DB: w.DB, Business: w.Business, Workers: &worker.Workers{Now: w.Now, Business: w.Business}}
	return &graph.Resolver{Domains: w.Domains, Sandbox: clock}
}

// What a user can put right is in the payload: said in their language, with the
// field it belongs to, and of a type of its own where it carries more.
func TestUserErrorsAreInThePayload(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	v, _ := viewer.From(ada)
	v.Language = "FR"
	french := viewer.With(ada, v)
	m := resolver(w).Mutation()
	line := testkit.PublicKey(t)
	for _, c := range []struct {
		ctx        context.Context
		name, line string
		want       string
	}{
		{ada, "laptop", line, "[]"},
		{ada, "laptop", line, "[SSHKeyTakenError SSH_KEY_TAKEN [input publicKey] This key is already in use. If you hold its private key, prove it with a signature; otherwise, add a different key.]"},
		{french, "laptop", line, "[SSHKeyTakenError SSH_KEY_TAKEN [input publicKey] Cette clé est déjà utilisée. Si vous détenez sa clé privée, prouvez-le par une signature ; sinon, ajoutez une autre clé.]"},
		{french, strings.Repeat("a", 101), testkit.PublicKey(t), "[InputError TOO_LONG [input name] Ce champ accepte au plus 100 caractères.]"},
	} {
		got, err := m.AddSSHKey(c.ctx, model.AddSSHKeyInput{Name: c.name, PublicKey: c.line})
		testkit.Must(t, got, err)
		all := []string{}
		for _, e := range got.Errors {
			v := reflect.ValueOf(e).Elem()
			all = append(all, fmt.Sprint(v.Type().Name(), " ", v.FieldByName("Code"), " ", v.FieldByName("Path"), " ", v.FieldByName("Message")))
			if taken, ok := e.(*model.SSHKeyTakenError); ok && !strings.HasPrefix(taken.Fingerprint, "SHA256:") {
				t.Errorf("%+v", taken)
			}
		}
		if fmt.Sprint(all) != c.want || (got.SSHKey == nil) != (len(all) > 0) || got.Errors == nil {
			t.Errorf("%v, want %s; %v", all, c.want, got.SSHKey)
		}
	}
	a := w.App(ada, "shop")
	gone, err := m.DeleteApp(ada, a.GlobalID(), model.DeleteAppInput{ConfirmName: "x"})
	if testkit.Must(t, gone, err); gone.DeletedID != nil || len(gone.Errors) != 1 {
		t.Errorf("%+v", gone)
	}
	if _, err := m.DeleteApp(ada, gid.ID{}, model.DeleteAppInput{}); err == nil {
		t.Error("nothing was deleted")
	}
}

// Nodes are what the viewer may see, each under its own id; everything else is
// null, whatever it is.
func TestR32_Nodes(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, bob, eve := w.Account("ada"), w.Account("bob"), w.Account("eve")
	a := w.App(ada, "shop")
	c := w.Member(ada, a, "bob", bob, collaborator.RoleLIMITED)
	w.Deploy(ada, a, "first")
	k, err := w.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, k, err)
	d := w.DB.Deployment.Query().Where(deployment.AppID(a.ID)).OnlyX(ada)
	e := w.DB.Event.Query().FirstX(ada)
	p := passkeyOf(w, ada)
	q := resolver(w).Query()
	id := func(kind gid.Kind, id uuid.UUID) *gid.ID { return &gid.ID{Kind: kind, UUID: id} }
	for _, c := range []struct {
		id   *gid.ID
		sees string
	}{
		{id(gid.Account, viewer.ID(ada)), "ada"}, // a profile is not shown by its id
		{id(gid.App, a.ID), "ada bob"},
		{id(gid.Collaborator, c.ID), "ada bob"},
		{id(gid.Deployment, d.ID), "ada bob"},
		{id(gid.SSHKey, k.ID), "ada"},
		{id(gid.Passkey, p.ID), "ada"},
		{id(gid.Event, e.ID), ""},
		{id(gid.Stream, a.ID), ""},
		{id(gid.Session, uuid.New()), ""},
		{id(gid.SSHKey, a.ID), ""},
		{id(gid.App, uuid.New()), ""},
		{id("", uuid.Nil), ""},
		{&gid.ID{}, ""},
	} {
		for who, ctx := range map[string]context.Context{"ada": ada, "bob": bob, "eve": eve, "nobody": viewer.WithNobody(t.Context()), "zero": viewer.With(t.Context(), viewer.Viewer{})} {
			one, err := q.Node(ctx, *c.id)
			all, err2 := q.Nodes(ctx, []*gid.ID{c.id, {}})
			want := slices.Contains(strings.Fields(c.sees), who)
			if err != nil || err2 != nil || (one != nil) != want || len(all) != 2 || (all[0] != nil) != want || all[1] != nil {
				t.Errorf("%s, %s: %v %v, %v %v, want %v", who, c.id, one, err, all, err2, want)
			}
			if one != nil && one.GlobalID() != *c.id {
				t.Errorf("%s is %s", c.id, one.GlobalID())
			}
		}
	}
	if _, err := q.Nodes(ada, []*gid.ID{id(gid.App, a.ID), {}, id(gid.App, a.ID)}); graph.PresentError(ada, err).Extensions["code"] != problem.BadUserInput {
		t.Errorf("an ID twice: %v", err)
	}
	if _, err := q.Nodes(ada, make([]*gid.ID, 101)); graph.PresentError(ada, err).Extensions["code"] != problem.BadUserInput {
		t.Errorf("101 ids: %v", err)
	}
}

// passkeyOf creates a passkey for the viewer, as if it had been added.
func passkeyOf(w *testkit.World, ctx context.Context) *ent.Passkey {
	w.T.Helper()
	// An Ed25519 key as COSE has it (RFC 9053): key type, algorithm, curve, x.
	cose := append([]byte{0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20}, make([]byte, 32)...)
	credential, err := json.Marshal(webauthn.Credential{PublicKey: cose})
	testkit.Must(w.T, credential, err)
	key, err := store.InTx(ctx, w.DB, func(tx *ent.Tx) (*ent.Passkey, error) {
		return tx.Passkey.Create().SetName("phone").SetCredentialID([]byte("id")).SetCredential(credential).SetCreatedAt(w.Clock.Now()).Save(ctx)
	})
	return testkit.Must(w.T, key, err)
}

// Who passes which of the schema's rights: nobody, a token, a session, and a
// session in sudo mode.
func TestRights(t *testing.T) {
	t.Parallel()
	now := time.Now()
	may := graph.Rights{Now: func() time.Time { return now }}
	next := func(context.Context) (any, error) { return "through", nil }
	as := func(v viewer.Viewer) context.Context {
		v.AccountID = uuid.New()
		return viewer.With(t.Context(), v)
	}
	for _, c := range []struct {
		who                               string
		ctx                               context.Context
		requires, guarded, session, sudos any
	}{
		{"nobody", viewer.WithNobody(t.Context()), problem.Unauthenticated, problem.Unauthenticated, problem.Unauthenticated, problem.Unauthenticated},
		{"a token", as(viewer.Viewer{TokenID: uuid.New(), Scopes: []string{"KEYS_WRITE"}}), problem.Forbidden, problem.Forbidden, problem.Forbidden, problem.Forbidden},
		{"a token of the scope", as(viewer.Viewer{TokenID: uuid.New(), Scopes: []string{"KEYS_READ"}}), "through", "through", problem.Forbidden, problem.Forbidden},
		{"a session", as(viewer.Viewer{SudoUntil: now}), "through", problem.SudoRequired, "through", problem.SudoRequired},
		{"a session in sudo mode", as(viewer.Viewer{SudoUntil: now.Add(1)}), "through", "through", "through", "through"},
	} {
		got := func(result any, err error) any {
			if err != nil {
				return graph.PresentError(c.ctx, err).Extensions["code"]
			}
			return result
		}
		for field, f := range map[string]struct{ got, want any }{
			"@requires":             {got(may.Requires(c.ctx, nil, next, "KEYS_READ", false)), c.requires},
			"@requires(sudo: true)": {got(may.Requires(c.ctx, nil, next, "KEYS_READ", true)), c.guarded},
			"@session":              {got(may.Session(c.ctx, nil, next)), c.session},
			"@sudo":                 {got(may.Sudo(c.ctx, nil, next)), c.sudos},
		} {
			if f.got != f.want {
				t.Errorf("%s, %s: %v, want %v", c.who, field, f.got, f.want)
			}
		}
	}
}

func TestDateTime(t *testing.T) {
	t.Parallel()
	for in, want := range map[any]string{
		"2026-11-20T22:54:52Z":                "2026-11-20T22:54:52.000000Z",
		"2026-11-20T22:54:52.1234567Z":        "2026-11-20T22:54:52.123456Z",
		"2026-11-20T22:54:52.5+02:00":         "2026-11-20T20:54:52.500000Z",
		"2026-11-20t22:54:52.5z":              "2026-11-20T22:54:52.500000Z",
		"2026-11-20t22:54:52+01:00":           "2026-11-20T21:54:52.000000Z",
		"9999-12-31T23:59:59Z":                "9999-12-31T23:59:59.000000Z",
		"9999-12-31T23:59:59-00:01":           "", // five digits in UTC
		"0000-01-01T00:00:00+00:01":           "",
		"2026-11-20":                          "",
		"2026-11-20T22:54:52":                 "",
		"2026-11-20 22:54:52Z":                "",
		"2026-02-30T00:00:00Z":                "",
		"":                                    "",
		"yesterday":                           "",
		7:                                     "",
		nil:                                   "",
		"2026-11-20T22:54:52Z'; DROP TABLE x": "",
	} {
		got, err := scalar.UnmarshalDateTime(in)
		if want == "" {
			if graph.PresentError(t.Context(), err).Extensions["code"] != problem.BadUserInput {
				t.Errorf("%v: %v", in, err)
			}
			continue
		}
		var b bytes.Buffer
		scalar.MarshalDateTime(got).MarshalGQL(&b)
		if err != nil || b.String() != `"`+want+`"` || got.Location() != time.UTC {
			t.Errorf("%v: %s, %v", in, b.String(), err)
		}
	}
}

// The schema that is served is the one that is executed.
func TestSDLIsTheSchema(t *testing.T) {
	t.Parallel()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: string(graph.SDL())})
	if err != nil {
		t.Fatal(err)
	}
	served, executed := []string{}, []string{}
	for name, d := range s.Types {
		for _, f := range d.Fields {
			served = append(served, name+"."+f.Name)
		}
	}
	for name, d := range schema().Types {
		for _, f := range d.Fields {
			executed = append(executed, name+"."+f.Name)
		}
	}
	slices.Sort(served)
	if slices.Sort(executed); !slices.Equal(served, executed) {
		t.Errorf("%d fields are served, %d executed", len(served), len(executed))
	}
}
