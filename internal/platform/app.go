// Package platform is what customers run: apps, who works on them, and what is
// pushed to them. It does not run anything itself.
//
// The invariant: what a member may do with an app stands in right.go, and every
// use case asks it.
package platform

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/apptransfer"
	"portico/ent/collaborator"
	"portico/ent/container"
	"portico/ent/deployment"
	"portico/ent/oneoff"
	"portico/ent/predicate"
	"portico/internal/metering"
	"portico/internal/naming"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/usage"
	"portico/internal/viewer"
)

const maxApps = 500

// Apps creates, renames and deletes apps.
type Apps struct {
	DB  *store.DB
	Log *timeline.Log
	Bus *bus.Memory
	// Pace limits how often apps are made and renamed.
	Pace Pace
	Now  func() time.Time
	// Meter is told when an app is deleted: nothing of it is paid for any longer.
	Meter metering.Meter
	// Discard removes the repository of an app that is gone.
	Discard func(app uuid.UUID)
}

// complete loads with an app what its roles and its page are told from: its
// owner, the viewer's own place on it, its newest deployment, and the same of the app
// that it reviews, if any.
func complete(ctx context.Context, q *ent.AppQuery) *ent.AppQuery {
	return withRole(ctx, q).WithParent(func(q *ent.AppQuery) { withRole(ctx, q) })
}

// withRole loads with an app what the viewer's role on it is told from, and its newest
// deployment.
func withRole(ctx context.Context, q *ent.AppQuery) *ent.AppQuery {
	return q.WithOwner().WithLastDeployment().WithCollaborators(func(q *ent.CollaboratorQuery) {
		q.Where(collaborator.AccountID(viewer.ID(ctx)))
	})
}

// shown loads with an app what the API shows of it with each.
func shown(ctx context.Context, q *ent.AppQuery) *ent.AppQuery {
	return withParts(withRole(ctx, q)).WithParent(func(q *ent.AppQuery) { withParts(withRole(ctx, q)) })
}

// withParts loads with an app its containers and an open offer of it.
func withParts(q *ent.AppQuery) *ent.AppQuery {
	return q.WithContainers(func(q *ent.ContainerQuery) { q.Order(ent.Asc(container.FieldType)) }).
		WithTransfers(func(q *ent.AppTransferQuery) { q.WithApp().WithFrom().WithTo() })
}

// RoleOn is the viewer's role on an app that was loaded complete. On a review app it is
// the one on the app that it reviews.
func RoleOn(ctx context.Context, a *ent.App) Role {
	me := viewer.ID(ctx)
	if a.OwnerID == me {
		return Owner
	}
	if a.Edges.Parent != nil {
		return RoleOn(ctx, a.Edges.Parent)
	}
	for _, c := range a.Edges.Collaborators {
		if c.AccountID == me && c.AcceptedAt != nil {
			return Role(c.Role)
		}
	}
	return NoRole
}

var appOrder = page.Order[*ent.App]{
	Key:   page.Key{List: "apps", Column: app.FieldName},
	Parse: page.Text, Value: func(a *ent.App) string { return a.Name },
}

// Page reads a page of the apps that the viewer is a member of, by name, without review
// apps.
func (s Apps) Page(ctx context.Context, args page.Args, f Filter) (*page.Connection[*ent.App], error) {
	return page.List(ctx, shown(ctx, s.DB.App.Query().Where(app.ParentIDIsNil()).Where(f.predicates()...)), appOrder, args)
}

// Get reads an app that the viewer is a member of; nil where there is none.
func (s Apps) Get(ctx context.Context, which predicate.App) (*ent.App, error) {
	a, err := shown(ctx, s.DB.App.Query().Where(which)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("load app: %w", err)
	}
	return a, nil
}

// Named reads the app of this exact name that the viewer is a member of; nil
// where there is none.
func (s Apps) Named(ctx context.Context, name string) (*ent.App, error) {
	if !naming.Storable(name) {
		return nil, nil
	}
	return s.Get(ctx, app.Name(name))
}

// Create makes an app. Its repository is made by the first push.
func (s Apps) Create(ctx context.Context, name string) (*ent.App, error) {
	v, _ := viewer.From(ctx)
	if v.Confined() {
		return nil, problem.Refuse(problem.Forbidden, "This token is confined to some apps and creates no others.")
	}
	if err := problem.Collect(naming.App("name", name), standing(v)); err != nil {
		return nil, err
	}
	made, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.App, error) { return s.create(ctx, tx, name) })
	if err != nil {
		return nil, err
	}
	return s.Get(ctx, app.ID(made.ID))
}

func (s Apps) create(ctx context.Context, tx *ent.Tx, name string) (*ent.App, error) {
	if err := s.open(ctx, tx); err != nil {
		return nil, err
	}
	n, err := tx.App.Query().Where(app.OwnerID(viewer.ID(ctx)), app.ParentIDIsNil()).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count apps: %w", err)
	}
	if n >= maxApps {
		return nil, problem.In("", problem.LimitReached, "An account owns at most %d apps.", maxApps)
	}
	if err := s.Pace.Change(ctx, tx, viewer.ID(ctx)); err != nil {
		return nil, err
	}
	a, err := tx.App.Create().SetName(name).SetOwnerID(viewer.ID(ctx)).SetCreatedAt(s.Now()).Save(ctx)
	if err != nil {
		return nil, named(err)
	}
	if err := s.Log.OpenApp(ctx, tx, a.ID); err != nil {
		return nil, err
	}
	return a, s.Log.Record(ctx, tx, &timeline.AppCreatedEvent{OnApp: timeline.ForApp(a)})
}

// open checks that the viewer's account is not being deleted, and locks it: that
// it owns no app stays true for whoever deletes it.
func (s Apps) open(ctx context.Context, tx *ent.Tx) error {
	a, err := store.LockViewer(ctx, s.DB, tx)
	if err == nil && a.ClosingAt != nil {
		err = problem.In("", problem.AccountClosing, "Your account is being deleted, so nothing new is made in it.")
	}
	return err
}

// named tells why an app could not be saved under a name.
func named(err error) error {
	if ent.IsConstraintError(err) {
		return problem.In("name", problem.Taken, "An app with this name already exists. Choose another one.")
	}
	return fmt.Errorf("save app: %w", err)
}

// standing refuses what a suspended account may not do.
func standing(v viewer.Viewer) *problem.Input {
	if v.Suspended {
		return problem.In("", problem.AccountSuspended, "Your account is suspended, so you can't make changes. Contact support.")
	}
	return nil
}

// Rename gives an app another name; its git remote changes with it.
func (s Apps) Rename(ctx context.Context, id uuid.UUID, name string) (*ent.App, error) {
	if err := problem.Collect(naming.App("name", name)); err != nil {
		return nil, err
	}
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		a, err := Allowed(ctx, s.DB, tx, id, Rename)
		if err != nil || a.Name == name {
			return err
		}
		if err := s.Pace.Change(ctx, tx, a.OwnerID); err != nil {
			return err
		}
		saved, err := a.Update().SetName(name).Save(ctx)
		if err != nil {
			return named(err)
		}
		return s.Log.Record(ctx, tx, &timeline.AppRenamedEvent{OnApp: timeline.ForApp(saved), PreviousName: a.Name})
	})
	if err != nil {
		return nil, err
	}
	return s.Get(ctx, app.ID(id))
}

// Delete deletes an app and its repository, and ends the git commands that run on it.
// Its name is typed to confirm. Its review apps go first, and deployments and one-offs
// some at a time: there may be any number, and others want to write meanwhile.
func (s Apps) Delete(ctx context.Context, id uuid.UUID, typed string) error {
	for left := true; left; {
		var err error
		left, err = store.InTx(ctx, s.DB, func(tx *ent.Tx) (bool, error) { return s.deletePart(ctx, tx, id, typed) })
		if err != nil {
			return err
		}
	}
	return nil
}

// deletePart deletes some of what belongs to an app, and at last the app itself; it
// reports whether something is left.
func (s Apps) deletePart(ctx context.Context, tx *ent.Tx, id uuid.UUID, typed string) (left bool, err error) {
	a, err := Allowed(ctx, s.DB, tx, id, Delete)
	if err == nil && typed != a.Name {
		err = problem.In("confirmName", problem.NameMismatch, "Type the name of the app, %s, to delete it.", a.Name)
	}
	if err != nil {
		return false, err
	}
	reviews, err := LockReviews(ctx, s.DB, tx, id)
	if err != nil {
		return false, err
	}
	next := append(reviews, a)[0]
	for _, some := range []func(context.Context, *ent.Tx, uuid.UUID) (int, error){deleteDeployments, deleteOneOffs} {
		if n, err := some(ctx, tx, next.ID); err != nil || n == changedAtATime {
			return true, err
		}
	}
	return next != a, s.deleteOne(ctx, tx, next)
}

// deleteOne deletes an app that has nothing more. Its row is its owner's, and
// collaborators delete review apps.
func (s Apps) deleteOne(ctx context.Context, tx *ent.Tx, a *ent.App) error {
	if err := s.Meter.End(ctx, tx, a.ID, usage.Deleted); err != nil {
		return err
	}
	members, err := membersOf(ctx, tx, a)
	if err != nil {
		return err
	}
	if err := cancelOffers(ctx, tx, s.Log, apptransfer.AppID(a.ID)); err != nil {
		return err
	}
	if err := tx.App.DeleteOneID(a.ID).Exec(viewer.AsSystem(ctx)); err != nil {
		return fmt.Errorf("delete app: %w", err)
	}
	for _, account := range members {
		s.Bus.RightsChanged(tx, account)
	}
	store.After(tx, func() { s.Discard(a.ID) })
	return s.Log.Record(ctx, tx, deleted(a))
}

// membersOf returns the accounts that see an app: its owner, its collaborators, and
// those of the app that it reviews.
func membersOf(ctx context.Context, tx *ent.Tx, a *ent.App) ([]uuid.UUID, error) {
	apps := []uuid.UUID{a.ID}
	if a.ParentID != nil {
		apps = append(apps, *a.ParentID)
	}
	all, err := tx.Collaborator.Query().Where(collaborator.AppIDIn(apps...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list members: %w", err)
	}
	members := []uuid.UUID{a.OwnerID}
	for _, c := range all {
		members = append(members, c.AccountID)
	}
	return members, nil
}

func deleted(a *ent.App) timeline.Event {
	if a.Edges.Parent != nil {
		return &timeline.ReviewAppDeletedEvent{OnReview: timeline.ForReview(a)}
	}
	return &timeline.AppDeletedEvent{OnApp: timeline.ForApp(a)}
}

// deleteDeployments deletes the oldest deployments of an app, and returns how many.
func deleteDeployments(ctx context.Context, tx *ent.Tx, app uuid.UUID) (int, error) {
	platform := viewer.AsSystem(ctx)
	some, err := tx.Deployment.Query().Where(deployment.AppID(app)).Order(ent.Asc(deployment.FieldID)).Limit(changedAtATime).IDs(platform)
	if err != nil || len(some) == 0 {
		return 0, problem.Wrap("list deployments", err)
	}
	n, err := tx.Deployment.Delete().Where(deployment.IDIn(some...)).Exec(platform)
	return n, problem.Wrap("delete deployments", err)
}

// deleteOneOffs deletes some of an app's one-offs that have ended, and returns how many.
// The few that run are paid for until the app goes, and go with it.
func deleteOneOffs(ctx context.Context, tx *ent.Tx, app uuid.UUID) (int, error) {
	platform := viewer.AsSystem(ctx)
	some, err := tx.OneOff.Query().Where(oneoff.AppID(app), oneoff.StatusEQ(oneoff.StatusENDED)).Limit(changedAtATime).IDs(platform)
	if err != nil || len(some) == 0 {
		return 0, problem.Wrap("list one-offs", err)
	}
	n, err := tx.OneOff.Delete().Where(oneoff.IDIn(some...)).Exec(platform)
	return n, problem.Wrap("delete one-offs", err)
}

// Allowed locks the viewer's account and an app, loads the app complete, and checks that
// the viewer has a right on it.
func Allowed(ctx context.Context, db *store.DB, tx *ent.Tx, id uuid.UUID, what Right) (*ent.App, error) {
	if _, err := lock(ctx, db, tx, id); err != nil {
		return nil, err
	}
	return withRight(ctx, tx, id, what)
}

// lock locks the viewer's account and then an app, and loads the account: a viewer
// whose session or token has ended meanwhile changes nothing. Whoever changes an app,
// or records something of it, locks its row first: a delete touches the app's stream
// before the log locks any.
func lock(ctx context.Context, db *store.DB, tx *ent.Tx, id uuid.UUID) (*ent.Account, error) {
	own, err := store.LockViewer(ctx, db, tx)
	if err != nil {
		return nil, err
	}
	return own, db.Lock(ctx, tx, app.Table, id)
}

// withRight loads an app that is locked and checks that the viewer has a right on it.
func withRight(ctx context.Context, tx *ent.Tx, id uuid.UUID, what Right) (*ent.App, error) {
	a, err := complete(ctx, tx.App.Query().Where(app.ID(id))).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	} else if err != nil {
		return nil, fmt.Errorf("load app: %w", err)
	}
	switch role := RoleOn(ctx, a); {
	case role.May(what, a):
		return a, nil
	case a.Edges.Parent != nil && role.May(what, a.Edges.Parent):
		return nil, problem.Refuse(problem.Forbidden, "%s is a review app. Do this on %s, which it reviews.", a.Name, a.Edges.Parent.Name)
	}
	return nil, problem.Refuse(problem.Forbidden, "Your role on %s does not allow this.", a.Name)
}
