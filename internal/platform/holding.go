package platform

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/apptransfer"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/predicate"
	"portico/internal/gid"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// changedAtATime is how many rows one statement changes: others want to write
// meanwhile.
const changedAtATime = 500

// Holding is the apps that an account owns. Only their owner can delete them; they
// aren't transferred.
func (s Apps) Holding() holding.Holding {
	return holding.Holding{
		Tables:   []string{app.Table},
		Obstacle: ownsApps,
		Files: []holding.File{{
			Name: "apps.json", About: i18n.Msg("Your apps, and the apps you collaborate on"), Weight: 1, Write: holding.JSON(s.export),
		}},
	}
}

// ownsApps lists the apps that the viewer owns. Creating an app locks the account, so
// none is added after this was called within a transaction that has locked it too.
func ownsApps(ctx context.Context, db *ent.Client) (*problem.Input, error) {
	rows, err := db.App.Query().Where(app.OwnerID(viewer.ID(ctx)), app.ParentIDIsNil()).Order(ent.Asc(app.FieldName)).Select(app.FieldID, app.FieldName).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list owned apps: %w", err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	apps := make([]*timeline.NamedApp, len(rows))
	for i, a := range rows {
		apps[i] = timeline.NameApp(a)
	}
	p := problem.In("", problem.AppsRemain, "Your account still owns apps. Delete them before you delete the account.")
	p.Detail = apps
	return p, nil
}

func (s Apps) export(ctx context.Context) (holding.Object, error) {
	rows, err := s.DB.App.Query().Where(app.OwnerID(viewer.ID(ctx))).All(ctx)
	own, err := holding.Objects(rows, err, func(a *ent.App) holding.Object {
		return holding.Object{"id": a.GlobalID(), "name": a.Name, "createdAt": a.CreatedAt, "parentId": parentOf(a), "branch": a.Branch}
	})
	if err != nil {
		return nil, err
	}
	places, err := s.collaborations(ctx)
	others, err := holding.Objects(places, err, func(c *ent.Collaborator) holding.Object {
		return holding.Object{
			"app":  holding.Object{"id": gid.ID{Kind: gid.App, UUID: c.AppID}, "name": c.Edges.App.Name},
			"role": c.Role, "invitedAt": c.CreatedAt, "acceptedAt": c.AcceptedAt,
		}
	})
	return holding.Object{"own": own, "collaborations": others}, err
}

// parentOf is the ID of the app that a review app reviews; nil of any other.
func parentOf(a *ent.App) *gid.ID {
	if a.ParentID == nil {
		return nil
	}
	return &gid.ID{Kind: gid.App, UUID: *a.ParentID}
}

// collaborations returns the viewer's, with their apps, which the invited can't see:
// the name comes with the invitation. There may be any number.
func (s Apps) collaborations(ctx context.Context) (all []*ent.Collaborator, err error) {
	for after := uuid.Nil; ; {
		rows, err := s.DB.Collaborator.Query().Where(collaborator.AccountID(viewer.ID(ctx)), collaborator.IDGT(after)).
			Order(ent.Asc(collaborator.FieldID)).Limit(holding.PageSize).WithApp().All(viewer.AsSystem(ctx))
		if all = append(all, rows...); err != nil || len(rows) < holding.PageSize {
			return all, err
		}
		after = rows[len(rows)-1].ID
	}
}

// Holding is an account's memberships of other people's apps, invitations to them, and
// offers of them. An account that is deleted owns no app that it could offer.
func (s Collaborators) Holding() holding.Holding {
	return holding.Holding{Tables: []string{collaborator.Table, apptransfer.Table}, Leave: s.leave}
}

// leave removes the viewer's account from other people's apps. Apps are locked in the
// order of their IDs.
func (s Collaborators) leave(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	rows, err := tx.Collaborator.Query().Where(collaborator.AccountID(a.ID)).Order(ent.Asc(collaborator.FieldAppID)).All(ctx)
	if err != nil {
		return fmt.Errorf("list collaborations: %w", err)
	}
	for _, c := range rows {
		if err := s.DB.Lock(ctx, tx, app.Table, c.AppID); err != nil {
			return err
		}
	}
	for some := range slices.Chunk(rows, changedAtATime) {
		if err := s.leaveSome(ctx, tx, a, some); err != nil {
			return err
		}
	}
	return nil
}

// leaveSome reads collaborations again, now that their apps are locked, and deletes
// them. There may be any number of invitations: anyone can send one.
func (s Collaborators) leaveSome(ctx context.Context, tx *ent.Tx, a *ent.Account, some []*ent.Collaborator) error {
	ids := make([]uuid.UUID, len(some))
	for i, c := range some {
		ids[i] = c.ID
	}
	// The invited can't see the app; its name is in the event.
	rows, err := tx.Collaborator.Query().Where(collaborator.IDIn(ids...)).Order(ent.Asc(collaborator.FieldAppID)).
		WithApp().All(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("list collaborations: %w", err)
	}
	if err := s.declineOffers(ctx, tx, a, rows); err != nil {
		return err
	}
	for _, c := range rows {
		if err := tx.Collaborator.DeleteOne(c).Exec(ctx); err != nil {
			return fmt.Errorf("leave app: %w", err)
		}
		e := &timeline.CollaboratorRemovedEvent{OnApp: timeline.ForApp(c.Edges.App).To(a), Accepted: c.AcceptedAt != nil}
		if err := s.Log.Record(ctx, tx, e); err != nil {
			return err
		}
	}
	return nil
}

// declineOffers declines the offers of apps on which the account collaborates.
func (s Collaborators) declineOffers(ctx context.Context, tx *ent.Tx, a *ent.Account, of []*ent.Collaborator) error {
	apps := make([]uuid.UUID, len(of))
	for i, c := range of {
		apps[i] = c.AppID
	}
	return cancelOffers(ctx, tx, s.Log, apptransfer.ToID(a.ID), apptransfer.AppIDIn(apps...))
}

// Holding is what an account pushed. On other people's apps it stays, under a
// pseudonym.
func (s Deployments) Holding() holding.Holding {
	return holding.Holding{
		Tables:    []string{deployment.Table},
		Anonymize: s.anonymize,
		Files: []holding.File{{
			Name: "deployments.csv", About: i18n.Msg("Deployments to your apps, and yours to other apps"), Weight: 10, Write: s.export,
		}},
	}
}

// anonymize removes the viewer's name and keys from what they pushed.
func (s Deployments) anonymize(ctx context.Context, pseudonym string) error {
	platform, me := viewer.AsSystem(ctx), viewer.ID(ctx)
	for {
		n, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (int, error) {
			some, err := tx.Deployment.Query().Where(deployment.PusherID(me), deployment.PusherNameNEQ(pseudonym)).Limit(changedAtATime).IDs(platform)
			if err != nil || len(some) == 0 {
				return 0, err
			}
			return tx.Deployment.Update().Where(deployment.IDIn(some...)).SetPusherName(pseudonym).SetKeyFingerprint("").Save(platform)
		})
		if err != nil {
			return fmt.Errorf("anonymize deployments: %w", err)
		}
		if n == 0 {
			return nil
		}
	}
}

// export writes the deployments of the viewer's own apps, and the viewer's own on other
// people's apps.
func (s Deployments) export(ctx context.Context, w io.Writer, _ holding.Progress) error {
	t, me := holding.NewTable(w, "id", "created_at", "app", "ref", "commit", "subject", "pusher", "key_fingerprint"), viewer.ID(ctx)
	own, err := s.DB.App.Query().Where(app.OwnerID(me)).IDs(ctx)
	if err != nil {
		return fmt.Errorf("list own apps: %w", err)
	}
	lists := []predicate.Deployment{deployment.And(deployment.PusherID(me), deployment.Not(deployment.HasAppWith(app.OwnerID(me))))}
	for _, id := range own {
		lists = append(lists, deployment.AppID(id))
	}
	for _, list := range lists {
		if err := s.exportSome(ctx, list, t); err != nil {
			return err
		}
	}
	return t.End()
}

func (s Deployments) exportSome(ctx context.Context, list predicate.Deployment, t *holding.Table) error {
	for after := uuid.Nil; ; {
		rows, err := s.DB.Deployment.Query().Where(list, deployment.IDGT(after)).Order(ent.Asc(deployment.FieldID)).
			Limit(holding.PageSize).WithApp().All(ctx)
		if err != nil {
			return fmt.Errorf("list deployments: %w", err)
		}
		for _, d := range rows {
			if after = d.ID; d.Edges.App == nil { // it was deleted meanwhile, and they with it
				continue
			}
			err := t.Row(d.GlobalID().String(), holding.Moment(d.CreatedAt), d.Edges.App.Name, d.Ref, d.Commit, d.Subject, d.PusherName, d.KeyFingerprint)
			if err != nil {
				return err
			}
		}
		if len(rows) < holding.PageSize {
			return nil
		}
	}
}
