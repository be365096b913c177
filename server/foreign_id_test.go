package main

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"portico/ent"
	"portico/ent/apptransfer"
	"portico/ent/device"
	"portico/ent/entry"
	"portico/ent/lifespan"
	"portico/ent/session"
	"portico/graph/generated"
	"portico/internal/addon"
	"portico/internal/container"
	"portico/internal/gid"
	"portico/internal/limit"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A place is a field with an argument that holds an id, itself or in an input.
type place struct {
	name, query string
	variables   map[string]any
}

// frames are how a field of a type is asked for, by somebody whose app is
// called as they are. A new type with such a field must be added.
var frames = map[string]string{
	"Query": "query(%s) { %s }", "Mutation": "mutation(%s) { %s }", "Subscription": "subscription(%s) { %s }",
	"Viewer": "query(%s) { viewer { %s } }", "App": `query(%s) { app(name: "NAME") { %s } }`,
	"Billing": "query(%s) { viewer { billing { %s } } }",
}

// places are all such fields, those that take something away last.
func places(t *testing.T) (all []place) {
	t.Helper()
	w := writer{schema: generated.NewExecutableSchema(generated.Config{}).Schema(), t: t}
	for _, of := range w.schema.Types {
		for _, f := range of.Fields {
			if of.Kind != ast.Object || !slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return w.holdsID(a.Type) }) {
				continue
			}
			if frames[of.Name] == "" {
				t.Errorf("how is %s.%s asked for?", of.Name, f.Name)
			}
			all = append(all, w.place(of.Name, f))
		}
	}
	takesAway := func(p place) bool {
		return strings.Contains(p.name, "remove") || strings.Contains(p.name, "revoke") || strings.Contains(p.name, "acceptApp")
	}
	rank := func(p place) string { return fmt.Sprint(strings.Contains(p.name, "delete"), takesAway(p), p.name) }
	slices.SortFunc(all, func(a, b place) int { return strings.Compare(rank(a), rank(b)) })
	return all
}

func (w writer) holdsID(t *ast.Type) bool {
	return t.Name() == "ID" || slices.ContainsFunc(w.schema.Types[t.Name()].Fields, func(f *ast.FieldDefinition) bool { return f.Type.Name() == "ID" && f.Arguments == nil }) &&
		w.schema.Types[t.Name()].Kind == ast.InputObject
}

// place writes a field with what it requires, and its ids.
func (w writer) place(of string, f *ast.FieldDefinition) place {
	p := place{name: of + "." + f.Name, variables: map[string]any{}}
	var head, args []string
	for _, a := range f.Arguments {
		if a.Type.NonNull && a.DefaultValue == nil || w.holdsID(a.Type) {
			head, args = append(head, "$"+a.Name+": "+a.Type.String()), append(args, a.Name+": $"+a.Name)
			p.variables[a.Name] = w.needed(a.Name, a.Type)
		}
	}
	p.query = fmt.Sprintf(frames[of], strings.Join(head, ", "),
		fmt.Sprintf("%s(%s) { %s}", f.Name, strings.Join(args, ", "), w.shown(f.Type)))
	return p
}

// shown asks for what tells answers apart: of an interface or a union, the type.
func (w writer) shown(t *ast.Type) string {
	if w.schema.Types[t.Name()].Kind == ast.Object {
		return w.selection(t, 3)
	}
	return "__typename "
}

// needed is the value of an argument or field: ID where an id belongs.
func (w writer) needed(name string, t *ast.Type) any {
	of := w.schema.Types[t.Name()]
	switch {
	case t.Elem != nil:
		return []any{w.needed(name, t.Elem)}
	case of.Kind == ast.InputObject:
		object := map[string]any{}
		for _, f := range of.Fields {
			if f.Type.NonNull && f.DefaultValue == nil || f.Type.Name() == "ID" {
				object[f.Name] = w.needed(f.Name, f.Type)
			}
		}
		return object
	case of.Kind == ast.Enum:
		return of.EnumValues[0].Name
	case of.Name == "ID":
		return "ID"
	case name == "confirmName":
		return "ada"
	case name == "username", name == "to" && of.Name == "String":
		return "dora"
	}
	return w.plain(name, of.Name)
}

// with puts an id where one belongs.
func (p place) with(id gid.ID) map[string]any {
	return put(p.variables, id.String()).(map[string]any)
}

func put(v any, id string) any {
	switch v := v.(type) {
	case map[string]any:
		filled := map[string]any{}
		for name, value := range v {
			filled[name] = put(value, id)
		}
		return filled
	case []any:
		return []any{put(v[0], id)}
	}
	if v == "ID" {
		return id
	}
	return v
}

// lifespan is one of an app of Ada's, whose containers run since a moment.
func (s *served) lifespan(ada context.Context, app *ent.App) *ent.Lifespan {
	s.t.Helper()
	scaled, err := s.Containers.Scale(ada, app.ID, []*container.Wanted{{Type: "web", Amount: 1}})
	testkit.Must(s.t, scaled, err)
	platform := viewer.AsSystem(ada)
	testkit.Must(s.t, 0, store.Do(platform, s.db, func(tx *ent.Tx) error {
		return s.Containers.Report(platform, tx, container.Fact{App: app.ID, Type: "web", Size: "M", Running: 1, At: s.Business.Now(), Key: app.ID.String()})
	}))
	return s.db.Lifespan.Query().Where(lifespan.AppID(app.ID)).OnlyX(ada)
}

// belongings are ids of everything that Ada has, and of her invitation to Carl.
func (s *served) belongings(sessions map[string]string, contexts map[string]context.Context) map[string]gid.ID {
	s.t.Helper()
	ada := contexts["ada"]
	a, err := s.Apps.Named(ada, "ada")
	app := testkit.Must(s.t, a, err)
	s.fill(ada, contexts["bob"], app, 1)
	bob, err := s.Collaborators.Invite(ada, app.ID, "bob", "LIMITED")
	testkit.Must(s.t, bob, err)
	_, err = s.Collaborators.Accept(contexts["bob"], bob.ID)
	testkit.Must(s.t, 0, err)
	carl, err := s.Collaborators.Invite(ada, app.ID, "carl", "LIMITED")
	testkit.Must(s.t, carl, err)
	other := s.ask("", `mutation($p: String!) { signIn(input: {login: "ada", password: $p}) { viewer { id } } }`, map[string]any{"p": testkit.Password})
	other.must(s.t, "signIn.viewer.id")
	s.ask(sessions["ada"], `mutation { exportData { dataExport { id } } }`, nil).must(s.t, "exportData.dataExport.id")
	platform := viewer.AsSystem(ada)
	owner := func(kind gid.Kind, ids []uuid.UUID, err error) gid.ID {
		return gid.ID{Kind: kind, UUID: testkit.Must(s.t, ids, err)[0]}
	}
	o, err := s.OneOffs.Run(ada, app.ID, "rake", "M")
	testkit.Must(s.t, o, err)
	span := s.lifespan(ada, app)
	filled, err := s.db.AppTransfer.Query().Where(apptransfer.AppID(app.ID)).Only(ada)
	testkit.Must(s.t, filled, err)
	testkit.Must(s.t, 0, s.Transfers.Cancel(ada, filled.ID))
	transfer, zoe := s.offered(ada, "ada")
	sessions["zoe"] = zoe
	all := map[string]gid.ID{
		"account": {Kind: gid.Account, UUID: viewer.ID(ada)}, "app": app.GlobalID(), "stream": {Kind: gid.Stream, UUID: app.ID},
		"collaborator": bob.GlobalID(), "invitation": carl.GlobalID(), "passkey": s.passkey(ada).GlobalID(), "one-off": o.GlobalID(),
		"transfer": transfer.GlobalID(), "lifespan": span.GlobalID(),
	}
	redis, err := s.Addons.Provision(ada, app.ID, addon.Wanted{Plan: "redis-s", Name: &app.Name})
	all["addon"] = testkit.Must(s.t, redis, err).GlobalID()
	ids, err := s.db.SSHKey.Query().IDs(ada)
	all["key"] = owner(gid.SSHKey, ids, err)
	ids, err = s.db.APIToken.Query().IDs(ada)
	all["token"] = owner(gid.APIToken, ids, err)
	ids, err = s.db.Session.Query().Order(ent.Desc(session.FieldID)).IDs(ada)
	all["session"] = owner(gid.Session, ids, err)
	ids, err = s.db.DataExport.Query().IDs(ada)
	all["export"] = owner(gid.DataExport, ids, err)
	ids, err = s.db.Deployment.Query().IDs(ada)
	all["deployment"] = owner(gid.Deployment, ids, err)
	ids, err = s.db.Device.Query().Where(device.AccountID(viewer.ID(ada))).IDs(platform)
	all["device"] = owner(gid.Device, ids, err)
	e, err := s.db.Entry.Query().Where(entry.StreamID(viewer.ID(ada))).First(platform)
	all["event"] = gid.ID{Kind: gid.Event, UUID: testkit.Must(s.t, e, err).EventID}
	return all
}

// unlimited gives every request a budget of its own, and limits that count acts fill up sooner:
// with each look at the clock, it is later.
func (s *served) unlimited() {
	start, asked := s.now(), new(atomic.Int64)
	s.now = func() time.Time { return start.Add(time.Duration(asked.Add(1)) * 60 * time.Millisecond) }
	s.http = s.handler()
	s.budget.Now = func() time.Time { return start.Add(time.Duration(asked.Add(1)) * limit.Window) }
}

// Whatever a stranger asks of what is Ada's, wherever an id is taken, the answer
// is the one for an id that does not exist, and nothing is changed. Ada, or Carl
// with his invitation, gets another answer, or one whom she works with: the id is what it depends on.
func TestR32_EveryIDOfAnotherIsAnsweredAsOneThatDoesNotExist(t *testing.T) {
	t.Parallel()
	s := inProcess(t, free)
	s.unlimited()
	sessions, contexts := map[string]string{"nobody": ""}, map[string]context.Context{}
	for _, name := range []string{"ada", "bob", "carl", "dora", "eve"} {
		sessions[name], contexts[name] = s.account(name)
		_, err := s.Apps.Create(contexts[name], name)
		testkit.Must(t, 0, err)
	}
	ids := s.belongings(sessions, contexts)
	state := func() string {
		all := slices.Sorted(maps.Values(names(ids)))
		a := s.ask(sessions["ada"], `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, map[string]any{"ids": all})
		return fmt.Sprint(a.body["data"], s.timelineOf(contexts["ada"]))
	}
	before := state()
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, kind := range schema.GetPossibleTypes(schema.Types["Node"]) {
		if !strings.Contains(before, "__typename:"+kind.Name+" ") {
			t.Errorf("no %s of Ada's is tried: add one to belongings", kind.Name)
		}
	}
	everywhere := slices.DeleteFunc(places(t), place.isSubscription)
	for _, p := range everywhere {
		for what, id := range ids {
			for _, who := range []string{"eve", "nobody"} {
				if got, want := s.answer(t, sessions, who, p, id), s.answer(t, sessions, who, p, absent(id)); got != want {
					t.Errorf("%s, %s of Ada's: %s gets\n%s, and for one that does not exist\n%s", p.name, what, who, got, want)
				}
			}
		}
	}
	if after := state(); after != before {
		t.Errorf("strangers changed\n%s to\n%s", before, after)
	}
	for _, p := range everywhere {
		depends := false
		for _, id := range ids {
			for _, who := range []string{"bob", "zoe", "ada", "carl"} {
				depends = depends || s.answer(t, sessions, who, p, id) != s.answer(t, sessions, who, p, absent(id))
			}
		}
		if !depends {
			t.Errorf("%s answers the same for every id: what does it require?\n%s", p.name, s.answer(t, sessions, "ada", p, ids["app"]))
		}
	}
}

// The same for what is followed on a socket.
func TestR32_AStreamOfAnotherIsFollowedAsOneThatDoesNotExist(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("eve")
	_, ada := s.account("ada")
	app := s.app(ada, "ada")
	k := s.dial(t, session)
	answer := func(p place, id gid.ID) string {
		k.say(map[string]any{"type": "subscribe", "id": id.String(), "payload": map[string]any{"query": p.query, "variables": p.with(id)}})
		return impartial(id, k.hear("error"))
	}
	subscriptions := 0
	for _, p := range places(t) {
		if !p.isSubscription() {
			continue
		}
		subscriptions++
		for _, id := range []gid.ID{app.GlobalID(), {Kind: gid.Stream, UUID: app.ID}, {Kind: gid.Account, UUID: viewer.ID(ada)}} {
			if got, want := answer(p, id), answer(p, absent(id)); got != want {
				t.Errorf("%s, %s: %s, and for one that does not exist %s", p.name, id, got, want)
			}
		}
	}
	if subscriptions == 0 {
		t.Error("nothing is followed by its id")
	}
}

func (p place) isSubscription() bool { return strings.HasPrefix(p.query, "subscription") }

func absent(id gid.ID) gid.ID { return gid.ID{Kind: id.Kind, UUID: uuid.Must(uuid.NewV7())} }

func names(ids map[string]gid.ID) map[string]string {
	all := map[string]string{}
	for what, id := range ids {
		all[what] = id.String()
	}
	return all
}

// answer is what somebody gets, but for the id and what it cost.
func (s *served) answer(t *testing.T, sessions map[string]string, who string, p place, id gid.ID) string {
	t.Helper()
	a := s.ask(sessions[who], strings.ReplaceAll(p.query, "NAME", who), p.with(id), s.elsewhere()) // nobody has a budget for each
	return impartial(id, a.Code, a.body["data"], a.body["errors"])
}

// ofRequest are the parts of an answer that are other ones each time: a link is sealed each time.
var ofRequest = regexp.MustCompile(`requestId:[0-9a-f-]+|csvUrl:[^ \]]+`)

// impartial is what an answer says, but for the ids of object and request.
func impartial(id gid.ID, says ...any) string {
	return strings.ReplaceAll(ofRequest.ReplaceAllString(fmt.Sprint(says...), ""), id.String(), "ID")
}
