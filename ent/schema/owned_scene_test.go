package schema_test

import (
	"context"
	"maps"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/entry"
	"portico/internal/auth"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// An entity is the ways to one row of Ada's, and who may go which.
type entity struct {
	query     func(*ent.Tx) reads
	create    func(*ent.Tx, string) one // one more, in Ada's name, marked
	bulk      func(*ent.Tx, string) one
	updateOne func(*ent.Tx) one // nil: none of its columns changes
	update    func(*ent.Tx) many
	deleteOne func(*ent.Tx) one
	delete    func(*ent.Tx) remove
	owner     string // what Ada may do beside seeing: create, update, delete
	seenBy    string // who else sees it: member, invited
	platforms bool   // nobody but the platform may do anything with it
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
	made                                    map[string]uuid.UUID // what newScene made of each table of identity
}

func newScene(t *testing.T) *scene {
	w := testkit.New(t)
	s := &scene{World: w, ada: w.Verified("ada"), member: w.Account("member"), invited: w.Account("invited"), eve: w.Verified("eve")}
	w.Account("guest")
	adas, eves := w.App(s.ada, "adas-app"), w.App(s.eve, "eves-app")
	s.me, s.app, s.evesApp = viewer.ID(s.ada), adas.ID, eves.ID
	s.collaborator = w.Member(s.ada, adas, "member", s.member, collaborator.RoleLIMITED).ID
	_, err := w.Collaborators.Invite(s.ada, adas.ID, "invited", collaborator.RoleCOLLABORATOR)
	testkit.Must(t, 0, err)
	c, err := w.Collaborators.Invite(s.eve, eves.ID, "guest", collaborator.RoleLIMITED)
	s.evesCollaborator = testkit.Must(t, c, err).ID
	w.Deploy(s.ada, adas, "first")
	w.Deploy(s.eve, eves, "first")
	k, err := w.Keys.Add(s.ada, "laptop", testkit.PublicKey(t))
	s.key = testkit.Must(t, k, err).ID
	secret, err := w.Tokens.Create(s.ada, auth.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	s.token = testkit.Must(t, secret, err).Token.ID
	_, err = w.Accounts.SignIn(auth.WithBrowser(t.Context(), auth.Browser{Keep: func(auth.Cookie, string, time.Time) {}}), auth.SignIn{Login: "ada", Password: testkit.Password})
	testkit.Must(t, 0, err)
	sys := viewer.AsSystem(t.Context())
	s.deployment = w.DB.Deployment.Query().Where(deployment.AppID(s.app)).OnlyIDX(sys)
	s.evesDeployment = w.DB.Deployment.Query().Where(deployment.AppID(s.evesApp)).OnlyIDX(sys)
	s.session = w.DB.Session.Query().OnlyIDX(sys)
	s.guest = w.DB.Account.Query().Where(account.Username("guest")).OnlyIDX(sys)
	last := w.DB.Entry.Query().Where(entry.StreamID(s.app)).Order(ent.Desc(entry.FieldSeq)).FirstX(sys)
	s.entry, s.event = last.ID, last.EventID
	s.makeIdentity()
	return s
}

func id() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// entities is every table. Each is reached by its id, so that nobody's own rows
// hide what they see of Ada's.
func (s *scene) entities() map[string]entity {
	all := s.foundation()
	maps.Copy(all, s.identity())
	return all
}
