package platform

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/ent/apptransfer"
	"portico/ent/collaborator"
	"portico/internal/naming"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

const maxCollaborators = 100

// Collaborators manages who works on apps besides their owners.
type Collaborators struct {
	DB   *store.DB
	Log  *timeline.Log
	Bus  *bus.Memory
	Apps Apps
	Pace Pace
	Now  func() time.Time
}

// Page reads a page of an app's collaborators, newest first.
func (s Collaborators) Page(ctx context.Context, appID uuid.UUID, args page.Args) (*page.Connection[*ent.Collaborator], error) {
	q := s.DB.Collaborator.Query().Where(collaborator.AppID(appID)).WithAccount()
	return page.List(ctx, q, page.Newest[*ent.Collaborator]("collaborators"), args)
}

// Invitations returns the viewer's pending invitations, newest first.
func (s Collaborators) Invitations(ctx context.Context) ([]*ent.Collaborator, error) {
	// The invited aren't members: with the invitation, they see only the app's name and
	// owner.
	v, _ := viewer.From(ctx)
	if v.Confined() {
		return nil, nil
	}
	all, err := s.DB.Collaborator.Query().
		Where(collaborator.AccountID(v.AccountID), collaborator.AcceptedAtIsNil()).
		Order(ent.Desc(collaborator.FieldID)).Limit(100).
		WithApp(func(q *ent.AppQuery) { q.WithOwner() }).All(viewer.AsSystem(ctx))
	if err != nil {
		return nil, fmt.Errorf("list invitations: %w", err)
	}
	return all, nil
}

// Invite invites a user to an app.
func (s Collaborators) Invite(ctx context.Context, appID uuid.UUID, username string, role collaborator.Role) (*ent.Collaborator, error) {
	return s.saved(ctx, func(tx *ent.Tx) (*ent.Collaborator, error) {
		own, err := lock(ctx, s.DB, tx, appID)
		if err != nil {
			return nil, err
		}
		a, err := withRight(ctx, tx, appID, ManageCollaborators)
		if err != nil {
			return nil, err
		}
		if err := mayInvite(own); err != nil {
			return nil, err
		}
		who, err := invitable(ctx, tx, a, username)
		if err != nil {
			return nil, err
		}
		if err := s.Pace.invite(ctx, tx); err != nil {
			return nil, err
		}
		c, err := tx.Collaborator.Create().SetAppID(a.ID).SetAccountID(who.ID).SetRole(role).SetCreatedAt(s.Now()).Save(ctx)
		if ent.IsConstraintError(err) {
			return nil, already(username)
		} else if err != nil {
			return nil, fmt.Errorf("save collaborator: %w", err)
		}
		return c, s.Log.Record(ctx, tx, &timeline.CollaboratorInvitedEvent{OnApp: timeline.ForApp(a).To(who), Role: role})
	})
}

// mayInvite refuses an account whose email isn't verified: with anyone's address it
// could contact everyone in the platform's name.
func mayInvite(own *ent.Account) error {
	if own.EmailVerifiedAt == nil {
		return problem.In("", problem.EmailNotVerified, "Verify your email before you invite others. Use the link we emailed you, or have it sent again on the Authentication page.")
	}
	return nil
}

func already(username string) error {
	return problem.In("username", problem.AlreadyMember, "%s already has access or a pending invitation.", username)
}

func noSuchUser() error {
	return problem.In("username", problem.NoSuchUser, "No user has this username. Ask them for the one on their profile.")
}

// invitable finds the user to invite. Usernames are no secret, so the lookup isn't
// limited to the accounts that the viewer can see.
func invitable(ctx context.Context, tx *ent.Tx, a *ent.App, username string) (*ent.Account, error) {
	n, err := tx.Collaborator.Query().Where(collaborator.AppID(a.ID)).Count(ctx)
	if err != nil {
		return nil, fmt.Errorf("count collaborators: %w", err)
	}
	if n >= maxCollaborators {
		return nil, problem.In("", problem.LimitReached, "An app has at most %d collaborators.", maxCollaborators)
	}
	if !naming.Storable(username) {
		return nil, noSuchUser()
	}
	who, err := tx.Account.Query().Where(account.Username(username)).Only(viewer.AsSystem(ctx))
	switch {
	case ent.IsNotFound(err) || err == nil && who.ClosingAt != nil:
		return nil, noSuchUser()
	case err != nil:
		return nil, fmt.Errorf("find user: %w", err)
	case who.ID == a.OwnerID:
		return nil, already(username)
	}
	return who, nil
}

// Accept makes the invited viewer a member of the app.
func (s Collaborators) Accept(ctx context.Context, id uuid.UUID) (*ent.App, error) {
	c, err := s.saved(ctx, func(tx *ent.Tx) (*ent.Collaborator, error) {
		c, err := s.find(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		if c.AccountID != viewer.ID(ctx) || c.AcceptedAt != nil {
			return nil, problem.Missing()
		}
		saved, err := c.Update().SetAcceptedAt(s.Now()).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("accept invitation: %w", err)
		}
		return saved, s.Log.Record(ctx, tx, &timeline.CollaboratorAcceptedEvent{OnApp: timeline.ForApp(c.Edges.App), Role: c.Role})
	})
	if err != nil {
		return nil, err
	}
	return s.Apps.Get(ctx, app.ID(c.AppID))
}

// ChangeRole changes what a collaborator may do, including in Git commands that are
// running.
func (s Collaborators) ChangeRole(ctx context.Context, id uuid.UUID, role collaborator.Role) (*ent.Collaborator, error) {
	return s.saved(ctx, func(tx *ent.Tx) (*ent.Collaborator, error) { return s.changeRole(ctx, tx, id, role) })
}

func (s Collaborators) changeRole(ctx context.Context, tx *ent.Tx, id uuid.UUID, role collaborator.Role) (*ent.Collaborator, error) {
	c, err := s.find(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	a, err := withRight(ctx, tx, c.AppID, ManageCollaborators)
	if err != nil || c.Role == role {
		return c, err
	}
	if err := s.Pace.changeRole(ctx, tx); err != nil {
		return nil, err
	}
	saved, err := c.Update().SetRole(role).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("change role: %w", err)
	}
	s.Bus.RightsChanged(tx, c.AccountID)
	return saved, s.Log.Record(ctx, tx, &timeline.CollaboratorRoleChangedEvent{
		OnApp: timeline.ForApp(a).To(c.Edges.Account), Role: role, PreviousRole: c.Role,
	})
}

// Remove removes a collaborator or cancels an invitation if the owner calls it;
// otherwise the viewer leaves the app or declines the invitation. The Git commands that
// the collaborator runs on the app end.
func (s Collaborators) Remove(ctx context.Context, id uuid.UUID) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error { return s.remove(ctx, tx, id) })
}

func (s Collaborators) remove(ctx context.Context, tx *ent.Tx, id uuid.UUID) error {
	c, err := s.find(ctx, tx, id)
	if err != nil {
		return err
	}
	if c.AccountID != viewer.ID(ctx) {
		if _, err := withRight(ctx, tx, c.AppID, ManageCollaborators); err != nil {
			return err
		}
	}
	if err := tx.Collaborator.DeleteOne(c).Exec(ctx); err != nil {
		return fmt.Errorf("remove collaborator: %w", err)
	}
	if err := cancelOffers(ctx, tx, s.Log, apptransfer.ToID(c.AccountID), apptransfer.AppID(c.AppID)); err != nil {
		return err
	}
	s.Bus.RightsChanged(tx, c.AccountID)
	return s.Log.Record(ctx, tx, &timeline.CollaboratorRemovedEvent{
		OnApp: timeline.ForApp(c.Edges.App).To(c.Edges.Account), Accepted: c.AcceptedAt != nil,
	})
}

// find loads a collaborator that the viewer can see, with the app, which the invited
// can't see by themselves. It locks the viewer's account and the app.
func (s Collaborators) find(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.Collaborator, error) {
	seen, err := tx.Collaborator.Get(ctx, id)
	if err != nil {
		return nil, found(err)
	}
	if _, err := lock(ctx, s.DB, tx, seen.AppID); err != nil {
		return nil, err
	}
	c, err := tx.Collaborator.Query().Where(collaborator.ID(id)).WithApp().WithAccount().Only(viewer.AsSystem(ctx))
	if err != nil { // removed meanwhile
		return nil, found(err)
	}
	return c, nil
}

func found(err error) error {
	if ent.IsNotFound(err) {
		return problem.Missing()
	}
	return fmt.Errorf("load collaborator: %w", err)
}

// saved runs fn in a transaction and returns what it saved, with its account.
func (s Collaborators) saved(ctx context.Context, fn func(*ent.Tx) (*ent.Collaborator, error)) (*ent.Collaborator, error) {
	c, err := store.InTx(ctx, s.DB, fn)
	if err != nil {
		return nil, err
	}
	saved, err := s.Get(ctx, c.ID)
	if ent.IsNotFound(err) { // and removed since
		return nil, problem.Missing()
	}
	return saved, err
}

// Get reads a collaborator that the viewer can see, with their account.
func (s Collaborators) Get(ctx context.Context, id uuid.UUID) (*ent.Collaborator, error) {
	c, err := s.DB.Collaborator.Query().Where(collaborator.ID(id)).WithAccount().Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("load collaborator: %w", err)
	}
	return c, nil
}
