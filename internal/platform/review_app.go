package platform

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/deployment"
	"portico/internal/naming"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

const (
	// maxReviews is how many review apps an app has.
	maxReviews = 20
	// branches is where git keeps branches.
	branches = "refs/heads/"
)

// ReviewApps makes review apps. They are deleted like every app.
type ReviewApps struct {
	DB          *store.DB
	Log         *timeline.Log
	Apps        Apps
	Deployments Deployments
	Starts      Starts
	// Start has a review app run what its parent runs.
	Start func(ctx context.Context, tx *ent.Tx, parent, review *ent.App) error
	// Now is business time.
	Now func() time.Time
}

// Page reads a page of the review apps of an app that was loaded complete, newest first.
func (s ReviewApps) Page(ctx context.Context, parent *ent.App, args page.Args) (*page.Connection[*ent.App], error) {
	c, err := page.List(ctx, withParts(withRole(ctx, s.DB.App.Query().Where(app.ParentID(parent.ID)))), page.Newest[*ent.App]("review-apps"), args)
	if err != nil {
		return nil, err
	}
	for _, e := range c.Edges {
		e.Node.Edges.Parent = parent
	}
	return c, nil
}

// Create makes a review app of a branch, deploys what was pushed to it last, and starts
// one container of each type that the app runs. It belongs to the owner of the app, who
// pays for it.
func (s ReviewApps) Create(ctx context.Context, parent uuid.UUID, branch string) (*ent.App, error) {
	made, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.App, error) {
		a, err := Allowed(ctx, s.DB, tx, parent, ManageReviewApps)
		if err != nil {
			return nil, err
		}
		newest, err := reviewable(ctx, tx, a, branch)
		if err != nil {
			return nil, err
		}
		if err := s.Starts.May(ctx, tx, a); err != nil {
			return nil, err
		}
		return s.create(ctx, tx, a, newest)
	})
	if err != nil {
		return nil, err
	}
	return s.Apps.Get(ctx, app.ID(made.ID))
}

func (s ReviewApps) create(ctx context.Context, tx *ent.Tx, parent *ent.App, newest *ent.Deployment) (*ent.App, error) {
	system, branch := viewer.AsSystem(ctx), strings.TrimPrefix(newest.Ref, branches)
	name, err := freeName(system, tx, parent.Name, branch)
	if err != nil {
		return nil, err
	}
	// A collaborator makes it for the owner.
	a, err := tx.App.Create().SetName(name).SetOwnerID(parent.OwnerID).SetParentID(parent.ID).SetBranch(branch).SetCreatedAt(s.Now()).Save(system)
	if ent.IsConstraintError(err) {
		return nil, problem.In("branch", problem.Taken, "Another app was just given the name %s. Try again.", name)
	} else if err != nil {
		return nil, fmt.Errorf("save app: %w", err)
	}
	a.Edges.Parent, a.Edges.Owner = parent, parent.Edges.Owner
	if err := s.Log.OpenApp(ctx, tx, a.ID); err != nil {
		return nil, err
	}
	if err := s.Log.Record(ctx, tx, &timeline.ReviewAppCreatedEvent{OnReview: timeline.ForReview(a)}); err != nil {
		return nil, err
	}
	err = s.Deployments.deploy(ctx, tx, a, Received{
		ID: uuid.Must(uuid.NewV7()), At: s.Now(), Branches: []Branch{{Ref: newest.Ref, Commit: newest.Commit, Subject: newest.Subject}},
	})
	if err != nil {
		return nil, err
	}
	return a, s.Start(ctx, tx, parent, a)
}

// reviewable finds the newest deployment of the branch that a review app is to be made
// of.
func reviewable(ctx context.Context, tx *ent.Tx, parent *ent.App, branch string) (*ent.Deployment, error) {
	if branch == "" {
		return nil, problem.In("branch", problem.Required, "Enter the name of a branch.")
	}
	never := problem.In("branch", problem.NoSuchBranch, "No branch of this name was pushed to %s. Push it first.", parent.Name)
	if !naming.Storable(branch) {
		return nil, never
	}
	reviews, err := tx.App.Query().Where(app.ParentID(parent.ID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list review apps: %w", err)
	}
	for _, r := range reviews {
		if *r.Branch == branch {
			return nil, problem.In("branch", problem.Taken, "%s already reviews this branch.", r.Name)
		}
	}
	if len(reviews) >= maxReviews {
		return nil, problem.In("", problem.LimitReached, "An app has at most %d review apps. Delete one first.", maxReviews)
	}
	newest, err := tx.Deployment.Query().Where(deployment.AppID(parent.ID), deployment.Ref(branches+branch)).Order(ent.Desc(deployment.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, never
	}
	return newest, problem.Wrap("find branch", err)
}

// freeName is a name for a review app that no app has: its parent's and the branch's, and
// a number if that is taken.
func freeName(ctx context.Context, tx *ent.Tx, parent, branch string) (string, error) {
	candidates := naming.ReviewApp(parent, branch)
	taken, err := tx.App.Query().Where(app.NameIn(candidates...)).Select(app.FieldName).Strings(ctx)
	if err != nil {
		return "", fmt.Errorf("look for names: %w", err)
	}
	for _, name := range candidates {
		if !slices.Contains(taken, name) {
			return name, nil
		}
	}
	return "", problem.In("branch", problem.Taken, "All names for a review app of this branch are taken. Delete an app whose name begins with %s.", candidates[0])
}

// LockReviews locks the review apps of a locked app, in the order of their IDs, and loads
// them. A review app is made while its parent is locked.
func LockReviews(ctx context.Context, db *store.DB, tx *ent.Tx, parent uuid.UUID) ([]*ent.App, error) {
	ctx = viewer.AsSystem(ctx)
	ids, err := tx.App.Query().Where(app.ParentID(parent)).Order(ent.Asc(app.FieldID)).IDs(ctx)
	if err != nil || len(ids) == 0 {
		return nil, problem.Wrap("list review apps", err)
	}
	for _, id := range ids {
		if err := db.Lock(ctx, tx, app.Table, id); err != nil {
			return nil, err
		}
	}
	all, err := tx.App.Query().Where(app.IDIn(ids...)).WithParent().WithOwner().Order(ent.Asc(app.FieldID)).All(ctx)
	return all, problem.Wrap("load review apps", err)
}
