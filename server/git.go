package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"path/filepath"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/internal/gitrepo"
	"portico/internal/gitssh"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// openGit connects the Git endpoint to the domains that have keys and apps.
func (p *program) openGit() error {
	key, err := gitssh.HostKey(filepath.Join(p.config.Data, "ssh_host_ed25519_key"))
	if err != nil {
		return fmt.Errorf("git host key: %w", err)
	}
	p.git = &gitssh.Server{
		HostKey: key, Spool: filepath.Join(p.config.Data, "pushes"),
		Repositories: &gitrepo.Store{
			Root: filepath.Join(p.config.Data, "repositories"), Now: p.now,
			Owned: p.ownedApps, OwnerOf: p.ownerOf, Quota: gitrepo.Quota{App: int64(p.config.AppQuota), Account: int64(p.config.AccountQuota)},
		},
		Identify: p.identify, Check: p.checkKey, Open: p.openRepository, Reopen: p.reopenRepository, Pushed: p.pushed, Refused: p.refusedByGit,
		KeysURL: p.config.base.JoinPath("ssh-keys").String() + "?dialog=add", Log: slog.Default(), Now: p.now,
	}
	return nil
}

// identify returns whose key it is, and notes that it was used.
func (p *program) identify(ctx context.Context, digest [32]byte, from netip.Addr) (gitssh.Identity, error) {
	h, ok, err := p.Keys.Holder(ctx, digest)
	if err != nil {
		return gitssh.Identity{}, err
	}
	if !ok {
		return gitssh.Identity{}, gitssh.ErrUnknownKey
	}
	if err := p.Keys.Used(viewer.With(ctx, h.Viewer), h.KeyID, from.String()); err != nil {
		return gitssh.Identity{}, err
	}
	return gitssh.Identity{AccountID: h.AccountID, KeyID: h.KeyID, Username: h.Username, Fingerprint: h.Fingerprint, Suspended: h.Suspended}, nil
}

// checkKey decides whether a connection may stay: its key must still exist, and its
// account's status must be the same. A suspended account may connect again, to be told
// why it can't push.
func (p *program) checkKey(ctx context.Context, id gitssh.Identity) error {
	ctx, err := p.as(ctx, id)
	if v, _ := viewer.From(ctx); err == nil && v.Suspended != id.Suspended {
		err = errors.New("the account's standing changed")
	}
	return err
}

// as is the context in which the holder of a key is the viewer.
func (p *program) as(ctx context.Context, id gitssh.Identity) (context.Context, error) {
	h, ok, err := p.Keys.Still(ctx, id.KeyID)
	if err != nil {
		return ctx, err
	}
	if !ok || h.AccountID != id.AccountID {
		return ctx, gitssh.ErrUnknownKey
	}
	return viewer.With(ctx, h.Viewer), nil
}

// rights maps Git's verbs to rights; there is no default.
var rights = map[gitssh.Verb]platform.Right{gitssh.Read: platform.Read, gitssh.Write: platform.Push}

func (p *program) openRepository(ctx context.Context, id gitssh.Identity, name string, verb gitssh.Verb) (gitssh.Repository, error) {
	ctx, right, err := p.acting(ctx, id, verb)
	if err != nil {
		return gitssh.Repository{}, err
	}
	a, err := p.Deployments.Open(ctx, name, right)
	if err != nil {
		return gitssh.Repository{}, denied(ctx, name, err)
	}
	return gitssh.Repository{ID: a.ID, Name: a.Name}, nil
}

// ownedApps are those that count against an account's quota.
func (p *program) ownedApps(ctx context.Context, owner uuid.UUID) ([]uuid.UUID, error) {
	return p.db.App.Query().Where(app.OwnerID(owner)).IDs(viewer.AsSystem(ctx))
}

// ownerOf is the account that an app counts against.
func (p *program) ownerOf(ctx context.Context, id uuid.UUID) (uuid.UUID, error) {
	a, err := p.db.App.Get(viewer.AsSystem(ctx), id)
	if err != nil {
		return uuid.Nil, fmt.Errorf("load app: %w", err)
	}
	return a.OwnerID, nil
}

// takeRepository makes sure that an app fits into the quota of an account that is about
// to own it, until done.
func (p *program) takeRepository(ctx context.Context, a *ent.App, account uuid.UUID) (done func(), err error) {
	full, done, err := p.git.Repositories.Take(ctx, a.ID, account)
	if full != nil {
		err = problem.In("", problem.LimitReached, "The repository of %s doesn't fit: with it, your apps would store %s of at most %s. Delete branches you no longer need; the space is free within a few hours.",
			a.Name, full.Stored, full.Limit)
	}
	return done, err
}

func (p *program) reopenRepository(ctx context.Context, id gitssh.Identity, r gitssh.Repository, verb gitssh.Verb) error {
	ctx, right, err := p.acting(ctx, id, verb)
	if err != nil {
		return err
	}
	return denied(ctx, r.Name, p.Deployments.Reopen(ctx, r.ID, r.Name, right))
}

// acting is the context in which the holder of a key is the viewer, and the right that
// the verb needs.
func (p *program) acting(ctx context.Context, id gitssh.Identity, verb gitssh.Verb) (context.Context, platform.Right, error) {
	right, ok := rights[verb]
	if !ok {
		return ctx, "", fmt.Errorf("no right for the verb %v", verb)
	}
	ctx, err := p.as(ctx, id)
	return ctx, right, err
}

// denied is an error as Git shows it.
func denied(ctx context.Context, name string, err error) error {
	if r := new(problem.Refusal); errors.As(err, &r) {
		return denial(ctx, name, r)
	}
	return err
}

// denial is a refusal as Git shows it. A missing app gets the same words as a name that
// no app can have.
func denial(ctx context.Context, name string, r *problem.Refusal) *gitssh.Denial {
	if r.Reason == problem.NotFound {
		return gitssh.NoSuchApp(name)
	}
	v, _ := viewer.From(ctx)
	return &gitssh.Denial{Text: r.Message.For(v.Reader()), Reason: gitssh.Suspended}
}

// pushed records what a push deployed, for its pusher. Their key may be gone by now;
// the push was theirs all the same.
func (p *program) pushed(ctx context.Context, push gitssh.Push) error {
	fingerprint, err := p.fingerprint(ctx, push.Identity)
	if err != nil {
		return err
	}
	r := platform.Received{ID: push.ID, AppID: push.Repository.ID, KeyID: push.Identity.KeyID, KeyFingerprint: fingerprint, At: push.At.Add(p.business.Offset())}
	for _, u := range push.Updates {
		r.Branches = append(r.Branches, platform.Branch{Ref: u.Ref, Commit: u.New, Subject: u.Subject})
	}
	return p.Deployments.Record(asPusher(ctx, push.Identity), r)
}

// fingerprint is that of the pusher's key. A push that has waited has only the key's
// ID, and if the key was removed meanwhile it is unknown.
func (p *program) fingerprint(ctx context.Context, id gitssh.Identity) (string, error) {
	if id.Fingerprint != "" {
		return id.Fingerprint, nil
	}
	h, _, err := p.Keys.Still(ctx, id.KeyID)
	return h.Fingerprint, err
}

func asPusher(ctx context.Context, id gitssh.Identity) context.Context {
	return viewer.With(ctx, viewer.Viewer{AccountID: id.AccountID, Username: id.Username})
}

func (p *program) refusedByGit(ctx context.Context, id gitssh.Identity, r gitssh.Repository, why gitssh.Reason) error {
	return p.Deployments.Denied(asPusher(ctx, id), r.ID, r.Name, timeline.GitPushDenialReason(why))
}

// sweepRepositories discards the repositories of apps whose deletion was interrupted by
// a crash.
func (p *program) sweepRepositories(ctx context.Context) error {
	return p.git.Repositories.Sweep(func(id uuid.UUID) (bool, error) {
		return p.db.App.Query().Where(app.ID(id)).Exist(viewer.AsSystem(ctx))
	})
}

func (p *program) discardRepository(id uuid.UUID) {
	if err := p.git.Repositories.Discard(id); err != nil {
		slog.Error("remove repository", "app", id, "err", err)
	}
}

// rightsChanged checks again whether everything that an account has open may stay.
func (p *program) rightsChanged(id uuid.UUID) {
	p.sockets.Recheck(id.String())
	p.git.Recheck(id)
}
