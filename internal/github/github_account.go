package github

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/githubidentity"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/i18n"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// admit signs in a GitHub user: to the linked account, or to a new one. It doesn't
// change the state of the account.
func (s Github) admit(ctx context.Context, b browser.Browser, u githubUser) (auth.SignInResult, error) {
	for range 3 { // look again if another request was faster, with the name or the same GitHub account
		in, err := s.Sessions.Enter(ctx, b, []timeline.LoginMethod{timeline.ByGithub}, func(tx *ent.Tx) (a *ent.Account, err error) {
			if a, err = s.known(ctx, tx, u); a != nil || err != nil {
				return a, err
			}
			return s.newcomer(ctx, tx, u)
		})
		if errors.Is(err, auth.ErrTaken) {
			continue
		}
		return in, err
	}
	return auth.SignInResult{}, fmt.Errorf("sign in with GitHub: %w", auth.ErrTaken)
}

// known is the account that a GitHub account is linked to, locked, or nil.
func (s Github) known(ctx context.Context, tx *ent.Tx, u githubUser) (*ent.Account, error) {
	linked, err := s.linked(ctx, tx, u)
	if linked == nil || err != nil {
		return nil, err
	}
	if err := s.DB.Lock(ctx, tx, account.Table, linked.AccountID); err != nil {
		return nil, err
	}
	if linked, err = s.linked(ctx, tx, u); err != nil {
		return nil, err
	}
	if linked == nil { // it was just unlinked
		return nil, auth.ErrTaken
	}
	if linked.Login != u.Login {
		err = tx.GithubIdentity.UpdateOne(linked).SetLogin(u.Login).Exec(viewer.AsSystem(ctx))
	}
	return linked.Edges.Account, problem.Wrap("note name at GitHub", err)
}

// linked is the row of a GitHub account, by its numeric ID, or nil.
func (s Github) linked(ctx context.Context, tx *ent.Tx, u githubUser) (*ent.GithubIdentity, error) {
	row, err := tx.GithubIdentity.Query().Where(githubidentity.GithubID(u.ID)).WithAccount().Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, problem.Wrap("find GitHub account", err)
}

// newcomer creates an account for a GitHub account that has none. It has an address
// that GitHub has verified. If an account already has the address, only its owner can
// link the two; but if the owner never verified it, whoever created that account had no
// right to it, and loses it with everything that gave access to it.
func (s Github) newcomer(ctx context.Context, tx *ent.Tx, u githubUser) (*ent.Account, error) {
	email, key, wrong := naming.Email("", u.Email)
	if u.Email == "" || wrong != nil {
		return nil, githubNoEmail
	}
	a, err := s.unverified(ctx, tx, key)
	if errors.Is(err, githubTaken) { // or it was created, and linked, by a concurrent request
		if linked, again := s.linked(ctx, tx, u); linked != nil || again != nil {
			return nil, errors.Join(again, auth.ErrTaken)
		}
	}
	if err != nil {
		return nil, err
	}
	theirs := a != nil
	if theirs {
		err = s.Revocation.RevokeAll(ctx, tx, a)
	} else {
		a, err = s.make(ctx, tx, u, email, key)
	}
	if err != nil {
		return nil, err
	}
	if a, err = s.verified(ctx, tx, a); err != nil {
		return nil, err
	}
	return a, s.welcome(auth.As(ctx, a), tx, a, u, theirs)
}

// welcome links a GitHub account to the account that was created for it, or that was
// just handed to its owner.
func (s Github) welcome(ctx context.Context, tx *ent.Tx, a *ent.Account, u githubUser, theirs bool) error {
	if !theirs {
		return s.link(ctx, tx, a, u)
	}
	if err := s.Log.Record(ctx, tx, &timeline.EmailVerifiedEvent{Email: a.Email}); err != nil {
		return err
	}
	if err := s.link(ctx, tx, a, u); err != nil {
		return err
	}
	return s.tellLinked(ctx, tx, a, u)
}

// unverified is the account with an unverified address, locked, or nil. A verified
// address is its owner's, and so is one that its owner can still get back.
func (s Github) unverified(ctx context.Context, tx *ent.Tx, key string) (*ent.Account, error) {
	platform := viewer.AsSystem(ctx)
	id, err := tx.Account.Query().Where(account.EmailKey(key)).OnlyID(platform)
	if ent.IsNotFound(err) {
		held, err := s.Links.Held(ctx, tx.Link, uuid.Nil, key)
		if err == nil && held {
			err = githubTaken
		}
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("find account: %w", err)
	}
	if err := s.DB.Lock(ctx, tx, account.Table, id); err != nil {
		return nil, err
	}
	a, err := tx.Account.Get(platform, id)
	switch {
	case err != nil:
		return nil, fmt.Errorf("load account: %w", err)
	case a.EmailKey != key: // it was just changed
		return nil, auth.ErrTaken
	case a.EmailVerifiedAt != nil:
		return nil, githubTaken
	}
	return a, nil
}

// make creates an account without a password, named after the GitHub login.
func (s Github) make(ctx context.Context, tx *ent.Tx, u githubUser, email, key string) (*ent.Account, error) {
	name, err := s.username(ctx, tx, u.Login)
	if err != nil {
		return nil, err
	}
	return s.Registrar.Create(ctx, tx, auth.Draft{Username: name, Email: email, Key: key, Language: request.Language(ctx), TimeZone: u.timeZone})
}

// verified notes that an account owns its address.
func (s Github) verified(ctx context.Context, tx *ent.Tx, a *ent.Account) (*ent.Account, error) {
	a, err := tx.Account.UpdateOneID(a.ID).SetEmailVerifiedAt(s.Now()).Save(viewer.AsSystem(ctx))
	return a, problem.Wrap("verify address", err)
}

// username is an available username, as close to the GitHub login as possible: jane,
// jane-2, … and finally jane with a random suffix.
func (s Github) username(ctx context.Context, tx *ent.Tx, login string) (string, error) {
	names := naming.UsernamesLike(login)
	taken, err := tx.Account.Query().Where(account.UsernameIn(names...)).Select(account.FieldUsername).Strings(viewer.AsSystem(ctx))
	if err != nil {
		return "", fmt.Errorf("look for taken names: %w", err)
	}
	for _, name := range names {
		if !slices.Contains(taken, name) {
			return name, nil
		}
	}
	like := "user"
	if len(names) > 0 {
		like = strings.TrimRight(names[0][:min(len(names[0]), 28)], "-")
	}
	return like + "-" + strings.ToLower(rand.Text()[:10]), nil
}

// link notes that a GitHub account signs in to an account.
func (s Github) link(ctx context.Context, tx *ent.Tx, a *ent.Account, u githubUser) error {
	err := tx.GithubIdentity.Create().SetAccountID(a.ID).SetGithubID(u.ID).SetLogin(u.Login).SetCreatedAt(s.Now()).Exec(ctx)
	if ent.IsConstraintError(err) {
		return auth.ErrTaken
	} else if err != nil {
		return fmt.Errorf("link GitHub account: %w", err)
	}
	return s.Log.Record(ctx, tx, &timeline.GithubLinkedEvent{Login: u.Login})
}

func (s Github) tellLinked(ctx context.Context, tx *ent.Tx, a *ent.Account, u githubUser) error {
	return s.Outbox.Tell(ctx, tx, a, notify.Email{
		Kind:    "github_linked",
		Subject: i18n.Msg("GitHub was linked to your account"),
		Lines:   []i18n.Message{i18n.Msg("The GitHub account %s can now sign in to your account %s.", u.Login, a.Username)},
	})
}
