package platform

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/apptransfer"
	"portico/ent/collaborator"
	"portico/ent/predicate"
	"portico/ent/resource"
	"portico/internal/catalog"
	"portico/internal/metering"
	"portico/internal/money"
	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
	"portico/internal/worker"
)

const (
	// transferFor is how long an app stays offered.
	transferFor = 3 * 24 * time.Hour
	// maxShown is how many offers a viewer sees.
	maxShown = 100
)

// Transfers gives apps to other accounts, which have to accept.
type Transfers struct {
	DB    *store.DB
	Log   *timeline.Log
	Bus   *bus.Memory
	Apps  Apps
	Meter metering.Meter
	Gate  Gate
	Pace  Pace
	// Catalog has the prices of what runs.
	Catalog *catalog.Store
	// TakeRepository refuses an app whose repository doesn't fit into the quota of its
	// new owner, and keeps the space until done.
	TakeRepository func(ctx context.Context, app *ent.App, to uuid.UUID) (done func(), err error)
	// TakeOneOffs refuses apps with more one-offs than may run for their new owner.
	TakeOneOffs func(ctx context.Context, tx *ent.Tx, apps []uuid.UUID, to uuid.UUID) error
	// Now is business time.
	Now func() time.Time
	// Wake tells the workers that something has become due.
	Wake func()
}

// Get reads a transfer that the viewer can see, with its app and both accounts.
func (s Transfers) Get(ctx context.Context, id uuid.UUID) (*ent.AppTransfer, error) {
	t, err := s.DB.AppTransfer.Query().Where(apptransfer.ID(id)).WithApp().WithFrom().WithTo().Only(ctx)
	return t, problem.Wrap("load transfer", err)
}

// ToViewer lists the apps that are offered to the viewer, newest first; 100 at most. A
// token that is confined to apps can't accept any, and sees none.
func (s Transfers) ToViewer(ctx context.Context) ([]*ent.AppTransfer, error) {
	if v, _ := viewer.From(ctx); v.Confined() {
		return nil, nil
	}
	all, err := s.DB.AppTransfer.Query().Where(apptransfer.ToID(viewer.ID(ctx))).Order(ent.Desc(apptransfer.FieldID)).Limit(maxShown).
		WithApp().WithFrom().WithTo().All(ctx)
	return all, problem.Wrap("list transfers", err)
}

// Offer offers an app to one of its collaborators.
func (s Transfers) Offer(ctx context.Context, id uuid.UUID, to string) (*ent.AppTransfer, error) {
	made, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.AppTransfer, error) { return s.offer(ctx, tx, id, to) })
	if err != nil {
		return nil, err
	}
	return s.Get(ctx, made.ID)
}

func (s Transfers) offer(ctx context.Context, tx *ent.Tx, id uuid.UUID, to string) (*ent.AppTransfer, error) {
	a, err := Allowed(ctx, s.DB, tx, id, Transfer)
	if err != nil {
		return nil, err
	}
	if err := mayGive(a.Edges.Owner, ""); err != nil {
		return nil, err
	}
	who, err := recipient(ctx, tx, a, to)
	if err != nil {
		return nil, err
	}
	open, err := tx.AppTransfer.Query().Where(apptransfer.AppID(id)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for transfer: %w", err)
	}
	if open {
		return nil, problem.In("", problem.WrongState, "%s is already being transferred. Cancel that first.", a.Name)
	}
	if err := s.Pace.offer(ctx, tx, a); err != nil {
		return nil, err
	}
	t, err := tx.AppTransfer.Create().SetAppID(id).SetFromID(a.OwnerID).SetToID(who.ID).SetCreatedAt(s.Now()).SetExpiresAt(s.Now().Add(transferFor)).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("save transfer: %w", err)
	}
	store.After(tx, s.Wake)
	return t, s.Log.Record(ctx, tx, &timeline.AppTransferRequestedEvent{OnApp: timeline.ForApp(a).To(who)})
}

// recipient finds the collaborator of this name who has accepted.
func recipient(ctx context.Context, tx *ent.Tx, a *ent.App, username string) (*ent.Account, error) {
	none := problem.In("to", problem.NotACollaborator, "Only a collaborator who has accepted can take over %s.", a.Name)
	if !naming.Storable(username) {
		return nil, none
	}
	c, err := tx.Collaborator.Query().Where(collaborator.AppID(a.ID), collaborator.AcceptedAtNotNil(), collaborator.HasAccountWith(account.Username(username))).
		WithAccount().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, none
	} else if err != nil {
		return nil, fmt.Errorf("find collaborator: %w", err)
	}
	return c.Edges.Account, mayGive(c.Edges.Account, "to")
}

// mayGive refuses an account that can neither give nor take apps.
func mayGive(a *ent.Account, field string) error {
	switch {
	case a.SuspendedAt != nil:
		return problem.In(field, problem.AccountSuspended, "The account %s is suspended, so it can neither give nor take apps.", a.Username)
	case a.ClosingAt != nil:
		return problem.In(field, problem.AccountClosing, "The account %s is being deleted, so it can neither give nor take apps.", a.Username)
	}
	return nil
}

// Accept makes the viewer the owner of an app that is offered to them, unless it costs
// more a month than they have seen; nil: whatever it costs.
func (s Transfers) Accept(ctx context.Context, id uuid.UUID, most *money.Cents) (*ent.App, error) {
	v, _ := viewer.From(ctx)
	if v.Confined() {
		return nil, problem.Refuse(problem.Forbidden, "This token is confined to some apps and takes over no others.")
	}
	seen, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.AppTransfer, error) {
		t, _, err := s.acceptable(ctx, tx, id, most)
		if err != nil {
			return nil, err
		}
		return t, s.Pace.accept(ctx, tx)
	})
	if err != nil {
		return nil, err
	}
	// What is on disk is measured while nothing is locked, and of nothing that would be
	// refused anyway: that may take long.
	done, err := s.TakeRepository(ctx, seen.Edges.App, seen.ToID)
	if err != nil {
		return nil, err
	}
	defer done()
	err = store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		t, apps, err := s.acceptable(ctx, tx, id, most)
		if err != nil {
			return err
		}
		return s.accept(ctx, tx, t, apps)
	})
	if err != nil {
		return nil, err
	}
	return s.Apps.Get(ctx, app.ID(seen.AppID))
}

// toViewer loads a transfer to the viewer with its app.
func (s Transfers) toViewer(ctx context.Context, id uuid.UUID, q *ent.AppTransferQuery) (*ent.AppTransfer, error) {
	t, err := q.Where(apptransfer.ID(id)).WithApp().Only(ctx)
	if ent.IsNotFound(err) || err == nil && (t.ToID != viewer.ID(ctx) || t.Edges.App == nil) {
		return nil, problem.Missing()
	}
	return t, problem.Wrap("load transfer", err)
}

// locked loads a transfer to the viewer with all apps that it is about, and locks both
// accounts and then the apps, each in the order of their IDs.
func (s Transfers) locked(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.AppTransfer, []uuid.UUID, error) {
	seen, err := s.toViewer(ctx, id, tx.AppTransfer.Query())
	if err != nil {
		return nil, nil, err
	}
	for _, one := range inOrder(seen.FromID, seen.ToID) {
		if one == seen.ToID {
			_, err = store.LockViewer(ctx, s.DB, tx)
		} else {
			err = s.DB.Lock(ctx, tx, account.Table, one)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	apps, err := s.lockApps(ctx, tx, seen.AppID)
	if err != nil {
		return nil, nil, err
	}
	t, err := s.find(ctx, tx, id)
	return t, apps, err
}

// lockApps locks an app and its review apps, and returns the IDs of all, the app's first.
func (s Transfers) lockApps(ctx context.Context, tx *ent.Tx, id uuid.UUID) ([]uuid.UUID, error) {
	if err := s.DB.Lock(ctx, tx, app.Table, id); err != nil {
		return nil, err
	}
	all := []uuid.UUID{id}
	reviews, err := LockReviews(ctx, s.DB, tx, id)
	for _, r := range reviews {
		all = append(all, r.ID)
	}
	return all, err
}

func inOrder(ids ...uuid.UUID) []uuid.UUID {
	return slices.SortedFunc(slices.Values(ids), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) })
}

// find loads a transfer with its app and both accounts, now that they are locked.
func (s Transfers) find(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.AppTransfer, error) {
	t, err := tx.AppTransfer.Query().Where(apptransfer.ID(id)).WithApp().WithFrom().WithTo().Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) { // answered meanwhile
		return nil, problem.Missing()
	}
	return t, problem.Wrap("load transfer", err)
}

func (s Transfers) accept(ctx context.Context, tx *ent.Tx, t *ent.AppTransfer, apps []uuid.UUID) error {
	for _, id := range apps {
		if err := s.move(viewer.AsSystem(ctx), tx, id, t.ToID); err != nil {
			return err
		}
	}
	if err := s.swap(viewer.AsSystem(ctx), tx, t); err != nil {
		return err
	}
	if err := tx.AppTransfer.DeleteOne(t).Exec(viewer.AsSystem(ctx)); err != nil {
		return fmt.Errorf("remove transfer: %w", err)
	}
	s.Bus.RightsChanged(tx, t.FromID)
	s.Bus.RightsChanged(tx, t.ToID)
	return s.Log.Record(ctx, tx, &timeline.AppTransferredEvent{
		OnApp:         timeline.ForApp(t.Edges.App).To(t.Edges.To).Also(t.FromID),
		PreviousOwner: timeline.Name(t.FromID, t.Edges.From.Username),
	})
}

// acceptable locks a transfer to the viewer, and refuses one that can't be accepted.
func (s Transfers) acceptable(ctx context.Context, tx *ent.Tx, id uuid.UUID, most *money.Cents) (*ent.AppTransfer, []uuid.UUID, error) {
	t, apps, err := s.locked(ctx, tx, id)
	if err != nil {
		return nil, nil, err
	}
	if err := s.within(ctx, tx, t, most); err != nil {
		return nil, nil, err
	}
	return t, apps, s.may(ctx, tx, t, apps)
}

// may refuses what has changed since the app was offered, and what the new owner may not
// have.
func (s Transfers) may(ctx context.Context, tx *ent.Tx, t *ent.AppTransfer, apps []uuid.UUID) error {
	if !s.Now().Before(t.ExpiresAt) {
		return problem.In("", problem.WrongState, "This offer has expired. Ask the owner to transfer the app again.")
	}
	for _, side := range []*ent.Account{t.Edges.To, t.Edges.From} {
		if err := mayGive(side, ""); err != nil {
			return err
		}
	}
	n, err := tx.App.Query().Where(app.OwnerID(t.ToID), app.ParentIDIsNil()).Count(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("count apps: %w", err)
	}
	if n >= maxApps {
		return problem.In("", problem.LimitReached, "An account owns at most %d apps.", maxApps)
	}
	if err := s.TakeOneOffs(ctx, tx, apps, t.ToID); err != nil {
		return err
	}
	runs, err := tx.Resource.Query().Where(resource.AppIDIn(apps...), resource.QuantityGT(0)).Exist(viewer.AsSystem(ctx))
	if err != nil || !runs {
		return problem.Wrap("look for resources", err)
	}
	theirs := *t.Edges.App
	theirs.Edges.Owner = t.Edges.To
	return s.Gate.MayStart(ctx, tx, &theirs)
}

// move has another account own an app and pay for it.
func (s Transfers) move(ctx context.Context, tx *ent.Tx, id, to uuid.UUID) error {
	if err := tx.App.UpdateOneID(id).SetOwnerID(to).Exec(ctx); err != nil {
		return fmt.Errorf("change owner: %w", err)
	}
	return s.Meter.Transfer(ctx, tx, id, to)
}

// swap makes the former owner of an app a collaborator, which the new one no longer is.
func (s Transfers) swap(ctx context.Context, tx *ent.Tx, t *ent.AppTransfer) error {
	_, err := tx.Collaborator.Delete().Where(collaborator.AppID(t.AppID), collaborator.AccountIDIn(t.ToID, t.FromID)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("remove collaborator: %w", err)
	}
	now := s.Now()
	err = tx.Collaborator.Create().SetAppID(t.AppID).SetAccountID(t.FromID).SetRole(collaborator.RoleCOLLABORATOR).SetCreatedAt(now).SetAcceptedAt(now).Exec(ctx)
	return problem.Wrap("add collaborator", err)
}

// Cancel takes the offer of an app back, or declines it.
func (s Transfers) Cancel(ctx context.Context, id uuid.UUID) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		seen, err := tx.AppTransfer.Get(ctx, id)
		if ent.IsNotFound(err) {
			return problem.Missing()
		} else if err != nil {
			return fmt.Errorf("load transfer: %w", err)
		}
		if _, err := lock(ctx, s.DB, tx, seen.AppID); err != nil {
			return err
		}
		t, err := s.find(ctx, tx, id)
		if err != nil {
			return err
		}
		if me := viewer.ID(ctx); me != t.FromID && me != t.ToID {
			return problem.Refuse(problem.Forbidden, "Your role on %s does not allow this.", t.Edges.App.Name)
		}
		return cancelTransfer(ctx, tx, s.Log, t)
	})
}

// cancelTransfer removes the offer of a locked app.
func cancelTransfer(ctx context.Context, tx *ent.Tx, log *timeline.Log, t *ent.AppTransfer) error {
	if err := tx.AppTransfer.DeleteOne(t).Exec(viewer.AsSystem(ctx)); err != nil {
		return fmt.Errorf("remove transfer: %w", err)
	}
	return log.Record(ctx, tx, &timeline.AppTransferCancelledEvent{OnApp: timeline.ForApp(t.Edges.App).To(t.Edges.To).Also(t.FromID)})
}

// cancelOffers removes offers of locked apps: to an account that no longer collaborates
// on them, or of an app that is deleted.
func cancelOffers(ctx context.Context, tx *ent.Tx, log *timeline.Log, which ...predicate.AppTransfer) error {
	all, err := tx.AppTransfer.Query().Where(which...).WithApp().WithTo().All(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("list transfers: %w", err)
	}
	for _, t := range all {
		if err := cancelTransfer(ctx, tx, log, t); err != nil {
			return err
		}
	}
	return nil
}

// ExpireJob ends offers that nobody has answered.
func (s Transfers) ExpireJob() worker.Job {
	return worker.Due{
		Name: "expire app transfers", DB: s.DB, Now: s.Now, Business: true,
		Waiting: apptransfer.ExpiresAtGT(time.Unix(0, 0).UTC()), // all: a bound has SQLite search its index
		Table:   apptransfer.Table, Column: apptransfer.FieldExpiresAt, OwnerTable: app.Table, OwnerColumn: apptransfer.FieldAppID,
		Do: func(ctx context.Context, r *worker.Row) error {
			return r.InTx(ctx, func(tx *ent.Tx) error { return s.expire(viewer.AsSystem(ctx), tx, r.ID) })
		},
	}.Job()
}

func (s Transfers) expire(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	t, err := s.find(ctx, tx, id)
	if err != nil {
		return err
	}
	return cancelTransfer(ctx, tx, s.Log, t)
}
