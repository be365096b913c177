package platform

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/deployment"
	"portico/ent/predicate"
	"portico/internal/gid"
	"portico/internal/naming"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Deployments decides on pushes and records what they deploy.
type Deployments struct {
	DB      *store.DB
	Log     *timeline.Log
	Denials *Denials
}

// Page reads a page of an app's deployments, newest first.
func (s Deployments) Page(ctx context.Context, appID uuid.UUID, args page.Args) (*page.Connection[*ent.Deployment], error) {
	q := s.DB.Deployment.Query().Where(deployment.AppID(appID))
	return page.List(ctx, q, page.Newest[*ent.Deployment]("deployments"), args)
}

// Open finds the app that the viewer wants to read or push to, by its exact name. A
// denied push is recorded in the pusher's timeline.
func (s Deployments) Open(ctx context.Context, name string, what Right) (*ent.App, error) {
	if !naming.Storable(name) {
		return nil, problem.Missing()
	}
	a, err := s.find(ctx, app.Name(name))
	if err != nil {
		return nil, err
	}
	refusal := permit(ctx, a, name, what)
	switch {
	case refusal == nil:
		return a, nil
	case what != Push:
		return nil, refusal
	case refusal.Reason == problem.NotFound: // the app may be another's
		err = s.denied(ctx, nil, name, timeline.NoSuchApp)
	case refusal.Reason == problem.BadUserInput:
		err = s.denied(ctx, a, name, timeline.ReviewApp)
	default:
		err = s.denied(ctx, a, name, timeline.AccountSuspended)
	}
	if err != nil {
		return nil, err
	}
	return nil, refusal
}

// Reopen decides again on an app that the viewer has opened under a name: rights may
// have changed meanwhile, and so may the name. It records nothing.
func (s Deployments) Reopen(ctx context.Context, id uuid.UUID, name string, what Right) error {
	a, err := s.find(ctx, app.ID(id))
	if err != nil {
		return err
	}
	if refusal := permit(ctx, a, name, what); refusal != nil {
		return refusal
	}
	return nil
}

// find loads an app that the viewer can see, or nil.
func (s Deployments) find(ctx context.Context, which predicate.App) (*ent.App, error) {
	a, err := complete(ctx, s.DB.App.Query().Where(which)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, fmt.Errorf("find app: %w", err)
	}
	return a, nil
}

// permit returns why the viewer may not do something with a complete app, or nil.
func permit(ctx context.Context, a *ent.App, name string, what Right) *problem.Refusal {
	v, _ := viewer.From(ctx)
	switch {
	case a == nil:
		return problem.Refuse(problem.NotFound, "There is no app %s that you may use.", naming.Line(name, 40))
	case a.Edges.Parent != nil:
		return problem.Refuse(problem.BadUserInput, "%s is a review app and has no repository: use %s, and push to its branch %s.", name, a.Edges.Parent.Name, naming.Line(*a.Branch, 40))
	case !RoleOn(ctx, a).May(what, a):
		return problem.Refuse(problem.NotFound, "There is no app %s that you may use.", naming.Line(name, 40))
	case what == Push && (v.Suspended || a.Edges.Owner.SuspendedAt != nil):
		return problem.Refuse(problem.Forbidden, "The account is suspended: pushes to %s are refused until it is reactivated.", name)
	}
	return nil
}

// Denied records that git itself refused a push to an app.
func (s Deployments) Denied(ctx context.Context, appID uuid.UUID, name string, why timeline.GitPushDenialReason) error {
	a, err := s.DB.App.Get(ctx, appID)
	if err != nil && !ent.IsNotFound(err) {
		return fmt.Errorf("find app: %w", err)
	}
	return s.denied(ctx, a, name, why)
}

func (s Deployments) denied(ctx context.Context, a *ent.App, name string, why timeline.GitPushDenialReason) error {
	e := &timeline.GitPushDeniedEvent{Reason: why, Repository: name}
	of := denial{account: viewer.ID(ctx), reason: why}
	if a != nil {
		e.App, of.app = timeline.NameApp(a), a.ID
	}
	var due bool
	if e.Repeats, due = s.Denials.allow(of); !due {
		return nil
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		if a != nil {
			if err := s.DB.Lock(ctx, tx, app.Table, a.ID); err != nil {
				return err
			}
		}
		return s.Log.Record(ctx, tx, e)
	})
}

// A Received is a push that moved branches of an app's repository.
type Received struct {
	ID             uuid.UUID
	AppID          uuid.UUID
	KeyID          uuid.UUID
	KeyFingerprint string
	At             time.Time
	Branches       []Branch
}

// A Branch is one that was moved.
type Branch struct{ Ref, Commit, Subject string }

// Record creates a deployment for each branch that the viewer's push moved. The same
// push again changes nothing.
func (s Deployments) Record(ctx context.Context, p Received) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		// The pusher's name must not be recorded after their account was deleted.
		if err := s.DB.Lock(ctx, tx, account.Table, viewer.ID(ctx)); err != nil {
			return err
		}
		if err := s.DB.Lock(ctx, tx, app.Table, p.AppID); err != nil {
			return err
		}
		known, err := tx.Deployment.Query().Where(deployment.PushID(p.ID)).Exist(viewer.AsSystem(ctx))
		if err != nil {
			return fmt.Errorf("look for push: %w", err)
		}
		if known || len(p.Branches) == 0 {
			return nil
		}
		// The right was checked before the branches moved; the pusher may have been
		// removed since, and a deleted app deploys nothing.
		a, err := tx.App.Query().Where(app.ID(p.AppID)).Only(viewer.AsSystem(ctx))
		if ent.IsNotFound(err) {
			return nil
		} else if err != nil {
			return fmt.Errorf("load app: %w", err)
		}
		ctx, p, err := asNow(ctx, tx, p)
		if err != nil {
			return err
		}
		if err := s.deploy(ctx, tx, a, p); err != nil {
			return err
		}
		return s.deployReviews(ctx, tx, a, p)
	})
}

// deployReviews deploys a push to the review apps of the branches that it moved.
func (s Deployments) deployReviews(ctx context.Context, tx *ent.Tx, a *ent.App, p Received) error {
	reviews, err := LockReviews(ctx, s.DB, tx, a.ID)
	if err != nil {
		return err
	}
	for _, r := range reviews {
		for _, b := range p.Branches {
			if b.Ref != branches+*r.Branch {
				continue
			}
			one := p
			one.ID, one.Branches = uuid.Must(uuid.NewV7()), []Branch{b}
			if err := s.deploy(ctx, tx, r, one); err != nil {
				return err
			}
		}
	}
	return nil
}

// asNow is a push under its pusher's current name, since a push may wait to be
// recorded. If the account was deleted, the key is omitted as well: nobody would remove
// it later.
func asNow(ctx context.Context, tx *ent.Tx, p Received) (context.Context, Received, error) {
	v, _ := viewer.From(ctx)
	who, err := tx.Account.Get(viewer.AsSystem(ctx), v.AccountID)
	if err != nil {
		return ctx, p, fmt.Errorf("load pusher: %w", err)
	}
	if strings.HasPrefix(who.Username, naming.Deleted) {
		p.KeyFingerprint = ""
	}
	v.Username = who.Username
	return viewer.With(ctx, v), p, nil
}

// atOnce is how many deployments one statement saves: a database allows a limited
// number of values in one.
const atOnce = 500

// deploy records a push to a locked app, in the viewer's name.
func (s Deployments) deploy(ctx context.Context, tx *ent.Tx, a *ent.App, p Received) error {
	for some := range slices.Chunk(p.Branches, atOnce) {
		if err := s.deploySome(ctx, tx, a, p, some); err != nil {
			return err
		}
	}
	return nil
}

func (s Deployments) deploySome(ctx context.Context, tx *ent.Tx, a *ent.App, p Received, moved []Branch) error {
	v, _ := viewer.From(ctx)
	rows := make([]*ent.DeploymentCreate, len(moved))
	for i, b := range moved {
		rows[i] = tx.Deployment.Create().SetAppID(a.ID).SetPushID(p.ID).SetCreatedAt(p.At).
			SetCommit(b.Commit).SetSubject(b.Subject).SetRef(b.Ref).
			SetPusherID(v.AccountID).SetPusherName(v.Username).
			SetSSHKeyID(p.KeyID).SetKeyFingerprint(p.KeyFingerprint)
	}
	saved, err := tx.Deployment.CreateBulk(rows...).Save(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("save deployments: %w", err)
	}
	// Only its owner can change the app's row, but anyone may push.
	if err := tx.App.UpdateOneID(a.ID).SetLastDeploymentID(saved[len(saved)-1].ID).Exec(viewer.AsSystem(ctx)); err != nil {
		return fmt.Errorf("note newest deployment: %w", err)
	}
	for _, d := range saved {
		if err := s.Log.Record(ctx, tx, deployed(a, d)); err != nil {
			return err
		}
	}
	return nil
}

func deployed(a *ent.App, d *ent.Deployment) *timeline.AppDeployedEvent {
	return &timeline.AppDeployedEvent{OnApp: timeline.ForApp(a), Deployment: timeline.NamedDeployment{
		ID: gid.ID{Kind: gid.Deployment, UUID: d.ID}, Commit: d.Commit, Subject: d.Subject, Ref: d.Ref, KeyFingerprint: d.KeyFingerprint,
	}}
}
