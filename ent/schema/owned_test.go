package schema_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/apitoken"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/entry"
	"portico/ent/event"
	"portico/ent/migrate"
	"portico/ent/privacy"
	"portico/ent/session"
	"portico/ent/sshkey"
	"portico/ent/stream"
	"portico/internal/auth"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// What ent's builders have in common.
type (
	reads interface {
		Count(context.Context) (int, error)
	}
	one  interface{ Exec(context.Context) error }
	many interface {
		Save(context.Context) (int, error)
	}
	remove interface {
		Exec(context.Context) (int, error)
	}
)

// An entity is the ways to one row of Ada's, and who may go which.
type entity struct {
	query     func(*ent.Tx) reads
	create    func(*ent.Tx, string) one // one more, in Ada's name, marked
	bulk      func(*ent.Tx, string) one
	updateOne func(*ent.Tx) one
	update    func(*ent.Tx) many
	deleteOne func(*ent.Tx) one
	delete    func(*ent.Tx) remove
	owner     string // what Ada may do beside seeing: create, update, delete
	seenBy    string // who else sees it: member, invited
}

// A scene is what Ada has: a row of everything.
type scene struct {
	*testkit.World
	ada, member, invited, eve               context.Context
	me, app, evesApp                        uuid.UUID
	collaborator, deployment, session, key  uuid.UUID
	token                                   uuid.UUID
	event                                   uuid.UUID
	entry                                   int64
	evesCollaborator, evesDeployment, guest uuid.UUID
}

func newScene(t *testing.T) *scene {
	w := testkit.New(t)
	s := &scene{World: w, ada: w.Account("ada"), member: w.Account("member"), invited: w.Account("invited"), eve: w.Account("eve")}
	w.Account("guest")
	adas, eves := w.App(s.ada, "adas-app"), w.App(s.eve, "eves-app")
	s.me, s.app, s.evesApp = viewer.ID(s.ada), adas.ID, eves.ID
	s.collaborator = w.Member(s.ada, adas, "member", s.member, collaborator.RoleLIMITED).ID
	_, err := w.Members.Invite(s.ada, adas.ID, "invited", collaborator.RoleCOLLABORATOR)
	testkit.Must(t, 0, err)
	c, err := w.Members.Invite(s.eve, eves.ID, "guest", collaborator.RoleLIMITED)
	s.evesCollaborator = testkit.Must(t, c, err).ID
	w.Deploy(s.ada, adas, "first")
	w.Deploy(s.eve, eves, "first")
	k, err := w.Keys.Add(s.ada, "laptop", testkit.PublicKey(t))
	s.key = testkit.Must(t, k, err).ID
	secret, err := w.Tokens.Create(s.ada, auth.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	s.token = testkit.Must(t, secret, err).Token.ID
	_, err = w.Auth.SignIn(auth.WithBrowser(t.Context(), auth.Browser{Keep: func(auth.Cookie, string, time.Time) {}}), auth.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	sys := viewer.AsSystem(t.Context())
	s.deployment = w.DB.Deployment.Query().Where(deployment.AppID(s.app)).OnlyIDX(sys)
	s.evesDeployment = w.DB.Deployment.Query().Where(deployment.AppID(s.evesApp)).OnlyIDX(sys)
	s.session = w.DB.Session.Query().OnlyIDX(sys)
	s.guest = w.DB.Account.Query().Where(account.Username("guest")).OnlyIDX(sys)
	last := w.DB.Entry.Query().Where(entry.StreamID(s.app)).Order(ent.Desc(entry.FieldSeq)).FirstX(sys)
	s.entry, s.event = last.ID, last.EventID
	return s
}

func id() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// entities is every table. Each is reached by its id, so that nobody's own rows
// hide what they see of Ada's.
func (s *scene) entities() map[string]entity {
	now := s.Clock.Now()
	newAccount := func(tx *ent.Tx, mark string) *ent.AccountCreate {
		return tx.Account.Create().SetUsername(mark).SetEmail(mark).SetEmailKey(mark).SetCreatedAt(now)
	}
	newApp := func(tx *ent.Tx, mark string) *ent.AppCreate {
		return tx.App.Create().SetName(mark).SetOwnerID(s.me).SetCreatedAt(now)
	}
	newCollaborator := func(tx *ent.Tx, _ string) *ent.CollaboratorCreate {
		return tx.Collaborator.Create().SetAppID(s.app).SetAccountID(s.guest).SetRole(collaborator.RoleLIMITED).SetCreatedAt(now)
	}
	newDeployment := func(tx *ent.Tx, mark string) *ent.DeploymentCreate {
		return tx.Deployment.Create().SetAppID(s.app).SetPushID(id()).SetCommit(mark).SetSubject(mark).SetRef(mark).
			SetPusherID(s.me).SetPusherName("ada").SetSSHKeyID(s.key).SetKeyFingerprint(mark).SetCreatedAt(now)
	}
	newKey := func(tx *ent.Tx, mark string) *ent.SSHKeyCreate {
		return tx.SSHKey.Create().SetAccountID(s.me).SetName(mark).SetType(mark).SetBlob([]byte(mark)).SetDigest([]byte(mark)).SetBits(1).SetCreatedAt(now)
	}
	newToken := func(tx *ent.Tx, mark string) *ent.APITokenCreate {
		return tx.APIToken.Create().SetAccountID(s.me).SetName(mark).SetDigest([]byte(mark)).SetLastFour(mark).SetScopes([]string{}).
			SetAppIds([]uuid.UUID{}).SetAppNames([]string{}).SetCreatedAt(now).SetRenewedAt(now).SetExpiresAt(now)
	}
	newSession := func(tx *ent.Tx, mark string) *ent.SessionCreate {
		return tx.Session.Create().SetAccountID(s.me).SetTokenDigest([]byte(mark)).SetCredentialVersion(1).SetLastSeenAt(now).SetIdleExpiresAt(now).
			SetExpiresAt(now).SetSudoUntil(now).SetAddress(mark).SetUserAgent(mark).SetMethods([]string{}).SetCreatedAt(now)
	}
	newStream := func(tx *ent.Tx, _ string) *ent.StreamCreate { return tx.Stream.Create().SetID(id()).SetAccountID(s.me) }
	newEvent := func(tx *ent.Tx, _ string) *ent.EventCreate {
		return tx.Event.Create().SetOccurredAt(now).SetKind("app_created").SetActorKind(event.ActorKindACCOUNT).SetActorID(s.me).
			SetAccountID(s.me).SetAccountName("ada").SetData([]byte("{}"))
	}
	newEntry := func(tx *ent.Tx, _ string) *ent.EntryCreate {
		return tx.Entry.Create().SetStreamID(s.me).SetSeq(1000).SetEventID(s.event).SetKind("app_created").SetOccurredAt(now)
	}
	return map[string]entity{
		"accounts": {
			query:     func(tx *ent.Tx) reads { return tx.Account.Query().Where(account.ID(s.me)) },
			create:    func(tx *ent.Tx, m string) one { return newAccount(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Account.CreateBulk(newAccount(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Account.UpdateOneID(s.me).SetFullName("changed") },
			update:    func(tx *ent.Tx) many { return tx.Account.Update().Where(account.ID(s.me)).SetFullName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.Account.DeleteOneID(s.me) },
			delete:    func(tx *ent.Tx) remove { return tx.Account.Delete().Where(account.ID(s.me)) },
			owner:     "update", seenBy: "member invited", // not delete: apps hold their owner
		},
		"apps": {
			query:     func(tx *ent.Tx) reads { return tx.App.Query().Where(app.ID(s.app)) },
			create:    func(tx *ent.Tx, m string) one { return newApp(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.App.CreateBulk(newApp(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.App.UpdateOneID(s.app).SetName("changed") },
			update:    func(tx *ent.Tx) many { return tx.App.Update().Where(app.ID(s.app)).SetName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.App.DeleteOneID(s.app) },
			delete:    func(tx *ent.Tx) remove { return tx.App.Delete().Where(app.ID(s.app)) },
			owner:     "create update delete", seenBy: "member",
		},
		"collaborators": {
			query:  func(tx *ent.Tx) reads { return tx.Collaborator.Query().Where(collaborator.ID(s.collaborator)) },
			create: func(tx *ent.Tx, m string) one { return newCollaborator(tx, m) },
			bulk:   func(tx *ent.Tx, m string) one { return tx.Collaborator.CreateBulk(newCollaborator(tx, m)) },
			updateOne: func(tx *ent.Tx) one {
				return tx.Collaborator.UpdateOneID(s.collaborator).SetRole(collaborator.RoleCOLLABORATOR)
			},
			update: func(tx *ent.Tx) many {
				return tx.Collaborator.Update().Where(collaborator.ID(s.collaborator)).SetRole(collaborator.RoleCOLLABORATOR)
			},
			deleteOne: func(tx *ent.Tx) one { return tx.Collaborator.DeleteOneID(s.collaborator) },
			delete:    func(tx *ent.Tx) remove { return tx.Collaborator.Delete().Where(collaborator.ID(s.collaborator)) },
			owner:     "create update delete", seenBy: "member",
		},
		"deployments": {
			query:     func(tx *ent.Tx) reads { return tx.Deployment.Query().Where(deployment.ID(s.deployment)) },
			create:    func(tx *ent.Tx, m string) one { return newDeployment(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Deployment.CreateBulk(newDeployment(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Deployment.UpdateOneID(s.deployment).SetPusherName("changed") },
			update: func(tx *ent.Tx) many {
				return tx.Deployment.Update().Where(deployment.ID(s.deployment)).SetPusherName("changed")
			},
			deleteOne: func(tx *ent.Tx) one { return tx.Deployment.DeleteOneID(s.deployment) },
			delete:    func(tx *ent.Tx) remove { return tx.Deployment.Delete().Where(deployment.ID(s.deployment)) },
			owner:     "create", seenBy: "member",
		},
		"ssh_keys": {
			query:     func(tx *ent.Tx) reads { return tx.SSHKey.Query().Where(sshkey.ID(s.key)) },
			create:    func(tx *ent.Tx, m string) one { return newKey(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.SSHKey.CreateBulk(newKey(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.SSHKey.UpdateOneID(s.key).SetName("changed") },
			update:    func(tx *ent.Tx) many { return tx.SSHKey.Update().Where(sshkey.ID(s.key)).SetName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.SSHKey.DeleteOneID(s.key) },
			delete:    func(tx *ent.Tx) remove { return tx.SSHKey.Delete().Where(sshkey.ID(s.key)) },
			owner:     "create update delete",
		},
		"api_tokens": {
			query:     func(tx *ent.Tx) reads { return tx.APIToken.Query().Where(apitoken.ID(s.token)) },
			create:    func(tx *ent.Tx, m string) one { return newToken(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.APIToken.CreateBulk(newToken(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.APIToken.UpdateOneID(s.token).SetName("changed") },
			update:    func(tx *ent.Tx) many { return tx.APIToken.Update().Where(apitoken.ID(s.token)).SetName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.APIToken.DeleteOneID(s.token) },
			delete:    func(tx *ent.Tx) remove { return tx.APIToken.Delete().Where(apitoken.ID(s.token)) },
			owner:     "create update delete",
		},
		"sessions": {
			query:     func(tx *ent.Tx) reads { return tx.Session.Query().Where(session.ID(s.session)) },
			create:    func(tx *ent.Tx, m string) one { return newSession(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Session.CreateBulk(newSession(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Session.UpdateOneID(s.session).SetAddress("changed") },
			update:    func(tx *ent.Tx) many { return tx.Session.Update().Where(session.ID(s.session)).SetAddress("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.Session.DeleteOneID(s.session) },
			delete:    func(tx *ent.Tx) remove { return tx.Session.Delete().Where(session.ID(s.session)) },
			owner:     "create update delete",
		},
		"streams": {
			query:     func(tx *ent.Tx) reads { return tx.Stream.Query().Where(stream.ID(s.app)) },
			create:    func(tx *ent.Tx, m string) one { return newStream(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Stream.CreateBulk(newStream(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Stream.UpdateOneID(s.app).SetSeq(1000) },
			update:    func(tx *ent.Tx) many { return tx.Stream.Update().Where(stream.ID(s.app)).SetSeq(1000) },
			deleteOne: func(tx *ent.Tx) one { return tx.Stream.DeleteOneID(s.app) },
			delete:    func(tx *ent.Tx) remove { return tx.Stream.Delete().Where(stream.ID(s.app)) },
			seenBy:    "member",
		},
		"events": {
			query:     func(tx *ent.Tx) reads { return tx.Event.Query().Where(event.ID(s.event)) },
			create:    func(tx *ent.Tx, m string) one { return newEvent(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Event.CreateBulk(newEvent(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Event.UpdateOneID(s.event).SetActorName("changed") },
			update:    func(tx *ent.Tx) many { return tx.Event.Update().Where(event.ID(s.event)).SetActorName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.Event.DeleteOneID(s.event) },
			delete:    func(tx *ent.Tx) remove { return tx.Event.Delete().Where(event.ID(s.event)) },
			seenBy:    "member",
		},
		"entries": {
			query:     func(tx *ent.Tx) reads { return tx.Entry.Query().Where(entry.ID(s.entry)) },
			create:    func(tx *ent.Tx, m string) one { return newEntry(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Entry.CreateBulk(newEntry(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Entry.UpdateOneID(s.entry) },
			update:    func(tx *ent.Tx) many { return tx.Entry.Update().Where(entry.ID(s.entry)) },
			deleteOne: func(tx *ent.Tx) one { return tx.Entry.DeleteOneID(s.entry) },
			delete:    func(tx *ent.Tx) remove { return tx.Entry.Delete().Where(entry.ID(s.entry)) },
			seenBy:    "member",
		},
	}
}

func TestEveryTableHasItsRule(t *testing.T) {
	t.Parallel()
	var tables []string
	for _, table := range migrate.Tables {
		tables = append(tables, table.Name)
	}
	tested := slices.Sorted(maps.Keys(newScene(t).entities()))
	if slices.Sort(tables); !slices.Equal(tables, tested) {
		t.Errorf("tables %v, tested %v: say in entities() who may do what with the rows of each", tables, tested)
	}
}

// Who sees Ada's rows, and who may do what with them: in owned_rules.go, held
// here for every table.
func TestOwnership(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	for table, e := range s.entities() {
		t.Run(table, func(t *testing.T) {
			for _, who := range []struct {
				name string
				ctx  context.Context
				sees bool
			}{
				{"nobody", viewer.WithNobody(t.Context()), false},
				{"no request", t.Context(), false},
				{"zero", viewer.With(t.Context(), viewer.Viewer{Username: "ada"}), false},
				{"eve", s.eve, false},
				{"invited", s.invited, strings.Contains(e.seenBy, "invited")},
				{"member", s.member, strings.Contains(e.seenBy, "member")},
				{"owner", s.ada, true},
				{"platform", viewer.AsSystem(t.Context()), true},
			} {
				s.checkReads(t, who.name, who.ctx, e, who.sees)
			}
			for name, ctx := range map[string]context.Context{"nobody": viewer.WithNobody(t.Context()), "no request": t.Context()} {
				s.checkRefused(t, name, ctx, e, privacy.Deny)
			}
			for name, ctx := range map[string]context.Context{"zero": viewer.With(t.Context(), viewer.Viewer{}), "eve": s.eve, "invited": s.invited} {
				s.checkRefused(t, name, ctx, e, nil)
			}
			s.checkOwner(t, e)
		})
	}
}

var errBack = errors.New("roll back")

// try runs fn as somebody in a transaction of its own.
func (s *scene) try(ctx context.Context, fn func(*ent.Tx) error) error {
	return store.Do(ctx, s.DB, fn)
}

func (s *scene) checkReads(t *testing.T, who string, ctx context.Context, e entity, sees bool) {
	t.Helper()
	n, listed := -1, -1
	err := s.try(ctx, func(tx *ent.Tx) error {
		var err, err2 error
		n, err = e.query(tx).Count(ctx)
		all := reflect.ValueOf(e.query(tx)).MethodByName("All").Call([]reflect.Value{reflect.ValueOf(ctx)})
		listed, err2 = all[0].Len(), errorOf(all[1])
		return errors.Join(err, err2)
	})
	_, asking := viewer.From(ctx)
	switch want := map[bool]int{true: 1}[sees]; {
	case !asking && !errors.Is(err, privacy.Deny):
		t.Errorf("%s may query: %v", who, err)
	case asking && (err != nil || n != want || listed != want):
		t.Errorf("%s counts %d and lists %d, want %d (%v)", who, n, listed, want, err)
	}
}

func errorOf(v reflect.Value) error { err, _ := v.Interface().(error); return err }

// checkRefused tries everything on Ada's row and in Ada's name, and keeps what
// went through: the row must be as it was.
func (s *scene) checkRefused(t *testing.T, who string, ctx context.Context, e entity, want error) {
	t.Helper()
	before := s.rows(t, e)
	rowsOf := func(n int, err error) error {
		if err == nil && n == 0 && want == nil {
			return errBack // nothing was reached: as good as refused
		}
		return err
	}
	for what, fn := range map[string]func(*ent.Tx) error{
		"create":     func(tx *ent.Tx) error { return e.create(tx, "foreign-"+who).Exec(ctx) },
		"bulk":       func(tx *ent.Tx) error { return e.bulk(tx, "foreign-"+who).Exec(ctx) },
		"update one": func(tx *ent.Tx) error { return e.updateOne(tx).Exec(ctx) },
		"update":     func(tx *ent.Tx) error { return rowsOf(e.update(tx).Save(ctx)) },
		"delete one": func(tx *ent.Tx) error { return e.deleteOne(tx).Exec(ctx) },
		"delete":     func(tx *ent.Tx) error { return rowsOf(e.delete(tx).Exec(ctx)) },
	} {
		err := s.try(ctx, fn)
		if err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s may %s: %v", who, what, err)
		}
		if creates := what == "create" || what == "bulk"; creates && !errors.Is(err, privacy.Deny) {
			t.Errorf("%s: %s fails for another reason than the rule: %v", who, what, err)
		}
	}
	if after := s.rows(t, e); after != before {
		t.Errorf("%s changed\n%s to\n%s", who, before, after)
	}
}

// rows is Ada's row as it is stored.
func (s *scene) rows(t *testing.T, e entity) (text string) {
	t.Helper()
	ctx := viewer.AsSystem(t.Context())
	err := s.try(ctx, func(tx *ent.Tx) error {
		all := reflect.ValueOf(e.query(tx)).MethodByName("All").Call([]reflect.Value{reflect.ValueOf(ctx)})
		text = fmt.Sprint(all[0].Interface())
		return errorOf(all[1])
	})
	return testkit.Must(t, text, err)
}

// checkOwner tries everything as Ada, each in a transaction that is rolled back.
func (s *scene) checkOwner(t *testing.T, e entity) {
	t.Helper()
	for _, c := range []struct {
		right, what string
		fn          func(*ent.Tx) (int, error)
	}{
		{"create", "create", func(tx *ent.Tx) (int, error) { return 1, e.create(tx, "own-create").Exec(s.ada) }},
		{"create", "bulk", func(tx *ent.Tx) (int, error) { return 1, e.bulk(tx, "own-bulk").Exec(s.ada) }},
		{"update", "update one", func(tx *ent.Tx) (int, error) { return 1, e.updateOne(tx).Exec(s.ada) }},
		{"update", "update", func(tx *ent.Tx) (int, error) { return e.update(tx).Save(s.ada) }},
		{"delete", "delete one", func(tx *ent.Tx) (int, error) { return 1, e.deleteOne(tx).Exec(s.ada) }},
		{"delete", "delete", func(tx *ent.Tx) (int, error) { return e.delete(tx).Exec(s.ada) }},
	} {
		n, err := 0, error(nil)
		_ = s.try(s.ada, func(tx *ent.Tx) error { n, err = c.fn(tx); return errBack })
		if may := strings.Contains(e.owner, c.right); may != (err == nil && n == 1) {
			t.Errorf("the owner's %s: %d rows, %v; may: %v", c.what, n, err, may)
		}
	}
}

// No row is taken over or given away, by whatever builder: not by its column,
// not by an edge, and not by a create in between.
func TestRowsStayWithTheirOwner(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	eve, now := viewer.ID(s.eve), s.Clock.Now()
	deploy := func(tx *ent.Tx, appID, pusher uuid.UUID) error {
		return tx.Deployment.Create().SetAppID(appID).SetPushID(id()).SetCommit("c").SetSubject("s").SetRef("r").
			SetPusherID(pusher).SetPusherName("x").SetSSHKeyID(s.key).SetKeyFingerprint("f").SetCreatedAt(now).Exec(s.eve)
	}
	for name, fn := range map[string]func(*ent.Tx) error{
		"give an app away": func(tx *ent.Tx) error {
			u := tx.App.UpdateOneID(s.app)
			u.Mutation().SetOwnerID(eve)
			return u.SetName("given").Exec(s.ada)
		},
		"give all apps away": func(tx *ent.Tx) error {
			u := tx.App.Update()
			u.Mutation().SetOwnerID(eve)
			return u.Exec(s.ada)
		},
		"take an app by the account's edge": func(tx *ent.Tx) error { return tx.Account.UpdateOneID(eve).AddAppIDs(s.app).Exec(s.eve) },
		"take a collaboration by the account's edge": func(tx *ent.Tx) error {
			return tx.Account.UpdateOneID(eve).AddCollaborationIDs(s.collaborator).Exec(s.eve)
		},
		"take a collaborator by the app's edge": func(tx *ent.Tx) error {
			return tx.App.UpdateOneID(s.evesApp).AddCollaboratorIDs(s.collaborator).Exec(s.eve)
		},
		"take a deployment by the app's edge": func(tx *ent.Tx) error {
			return tx.App.UpdateOneID(s.evesApp).AddDeploymentIDs(s.deployment).Exec(s.eve)
		},
		"take a deployment by a new app": func(tx *ent.Tx) error {
			return tx.App.Create().SetName("new").SetCreatedAt(now).AddDeploymentIDs(s.deployment).Exec(s.eve)
		},
		"move one's place to another's app": func(tx *ent.Tx) error {
			u := tx.Collaborator.UpdateOneID(s.evesCollaborator)
			u.Mutation().SetAppID(s.app)
			return u.Exec(s.eve)
		},
		"move a key": func(tx *ent.Tx) error {
			u := tx.SSHKey.UpdateOneID(s.key)
			u.Mutation().SetAccountID(eve)
			return u.Exec(s.ada)
		},
		"deploy to another's app":               func(tx *ent.Tx) error { return deploy(tx, s.app, eve) },
		"deploy to one's own in another's name": func(tx *ent.Tx) error { return deploy(tx, s.evesApp, s.me) },
		"join another's app": func(tx *ent.Tx) error {
			return tx.Collaborator.Create().SetAppID(s.app).SetAccountID(eve).SetRole("LIMITED").SetAcceptedAt(now).SetCreatedAt(now).Exec(s.eve)
		},
	} {
		t.Run(name, func(t *testing.T) {
			before := s.owners(t)
			err := s.try(s.eve, fn)
			if after := s.owners(t); after != before {
				t.Errorf("moved (%v):\n%s\n%s", err, before, after)
			}
		})
	}
}

// owners is whose each row is.
func (s *scene) owners(t *testing.T) string {
	t.Helper()
	ctx := viewer.AsSystem(t.Context())
	var b strings.Builder
	for _, a := range s.DB.App.Query().Order(ent.Asc(app.FieldID)).AllX(ctx) {
		fmt.Fprintln(&b, "app", a.ID, a.OwnerID)
	}
	for _, c := range s.DB.Collaborator.Query().Order(ent.Asc(collaborator.FieldID)).AllX(ctx) {
		fmt.Fprintln(&b, "collaborator", c.ID, c.AppID, c.AccountID)
	}
	for _, d := range s.DB.Deployment.Query().Order(ent.Asc(deployment.FieldID)).AllX(ctx) {
		fmt.Fprintln(&b, "deployment", d.ID, d.AppID, d.PusherID)
	}
	for _, k := range s.DB.SSHKey.Query().AllX(ctx) {
		fmt.Fprintln(&b, "key", k.ID, k.AccountID)
	}
	return b.String()
}

// An app that names another's deployment as its newest does not show it.
func TestForeignDeploymentIsNotShownByAnEdge(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	testkit.Must(t, 0, s.try(s.eve, func(tx *ent.Tx) error {
		return tx.App.UpdateOneID(s.evesApp).SetLastDeploymentID(s.deployment).Exec(s.eve)
	}))
	a := s.DB.App.Query().Where(app.ID(s.evesApp)).WithLastDeployment().OnlyX(s.eve)
	if a.Edges.LastDeployment != nil {
		t.Errorf("eve sees %v", a.Edges.LastDeployment)
	}
	if n := a.QueryLastDeployment().CountX(s.eve); n != 0 {
		t.Errorf("eve counts %d", n)
	}
}
