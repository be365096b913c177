// Package apitoken creates, renews, and revokes API tokens, and finds the account that
// holds one.
package apitoken

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/apitoken"
	"portico/ent/app"
	"portico/internal/attempt"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/page"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

const (
	maxTokens     = 50
	tokenLasts    = 90 * 24 * time.Hour
	tokenLastsMax = 366 * 24 * time.Hour
	// secretsAnHour is how many tokens per hour one account can create or renew: each is
	// an email, and others' emails wait behind it.
	secretsAnHour = 200
)

// prefix is what the secrets begin with.
const prefix = "ptk_"

// Tokens manages API tokens, and finds the account that holds one. They live in real
// time.
type Tokens struct {
	DB     *store.DB
	Log    *timeline.Log
	Bus    *bus.Memory
	Outbox notify.Outbox
	Now    func() time.Time
	// Attempts limits how many secrets are made.
	Attempts attempt.Limiter
}

// Page reads a page of the viewer's tokens, newest first.
func (s Tokens) Page(ctx context.Context, args page.Args) (*page.Connection[*ent.APIToken], error) {
	return page.List(ctx, s.DB.APIToken.Query(), page.Newest[*ent.APIToken]("api_tokens"), args)
}

// A NewToken is what an API token is created from.
type NewToken struct {
	Name      string
	Scopes    []string
	Apps      []uuid.UUID
	ExpiresAt *time.Time
}

// A Secret is a token with its secret, which is shown once.
type Secret struct {
	Token *ent.APIToken
	Text  string
}

// Create creates a token.
func (s Tokens) Create(ctx context.Context, in NewToken) (Secret, error) {
	until, err := s.checked(&in)
	if err != nil {
		return Secret{}, err
	}
	return s.secret(ctx, func(tx *ent.Tx, text string) (*ent.APIToken, error) {
		if err := s.room(ctx, tx); err != nil {
			return nil, err
		}
		apps, names, err := known(ctx, tx, in.Apps)
		if err != nil {
			return nil, err
		}
		t, err := tx.APIToken.Create().SetName(in.Name).SetDigest(randtoken.Digest(text)).SetLastFour(text[len(text)-4:]).
			SetScopes(in.Scopes).SetAppIds(apps).SetAppNames(names).SetCreatedAt(s.Now()).SetRenewedAt(s.Now()).SetExpiresAt(until).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("save token: %w", err)
		}
		if err := s.tellOfToken(ctx, tx, t, "api_token_created"); err != nil {
			return nil, err
		}
		return t, s.Log.Record(ctx, tx, &timeline.APITokenCreatedEvent{Name: t.Name, LastFour: t.LastFour})
	})
}

// checked normalizes a new token, and returns all problems with it, or when it expires.
func (s Tokens) checked(in *NewToken) (time.Time, error) {
	name, wrong := naming.Label("name", in.Name)
	if wrong == nil && name == "" {
		wrong = problem.In("name", problem.Required, "Enter a name, such as the program that will use this token.")
	}
	var none, late *problem.Input
	if len(in.Scopes) == 0 {
		none = problem.In("scopes", problem.Required, "Choose at least one scope.")
	}
	now, until := s.Now(), s.Now().Add(tokenLasts)
	if in.ExpiresAt != nil {
		until = *in.ExpiresAt
	}
	if !until.After(now) || until.After(now.Add(tokenLastsMax)) {
		late = problem.In("expiresAt", problem.Malformed, "Choose an expiration date within the next 366 days.")
	}
	in.Name, in.Scopes = name, slices.Compact(slices.Sorted(slices.Values(in.Scopes)))
	return until, problem.Collect(wrong, none, tooWide(in), late)
}

// tooWide refuses scopes that would let a token act outside the apps that it is
// confined to.
func tooWide(in *NewToken) *problem.Input {
	wide := slices.DeleteFunc(slices.Clone(in.Scopes), viewer.Confinable)
	if len(in.Apps) == 0 || len(wide) == 0 {
		return nil
	}
	return problem.In("scopes", problem.NotConfinable, "A token limited to specific apps can't have %s.", strings.Join(wide, ", "))
}

// room checks that one more token may be created.
func (s Tokens) room(ctx context.Context, tx *ent.Tx) error {
	if _, err := store.LockViewer(ctx, s.DB, tx); err != nil {
		return err
	}
	n, err := tx.APIToken.Query().Count(ctx)
	if err != nil {
		return fmt.Errorf("count tokens: %w", err)
	}
	if n >= maxTokens {
		return problem.In("", problem.LimitReached, "You can have up to %d API tokens. Revoke one first.", maxTokens)
	}
	return nil
}

// known checks that the viewer is a member of the apps, and returns their names. A token
// reaches the review apps of its apps, and can't be confined to one of them.
func known(ctx context.Context, tx *ent.Tx, apps []uuid.UUID) (ids []uuid.UUID, names []string, err error) {
	ids, names = []uuid.UUID{}, []string{}
	if len(apps) == 0 {
		return ids, names, nil
	}
	found, err := tx.App.Query().Where(app.IDIn(apps...), app.ParentIDIsNil()).Order(ent.Asc(app.FieldName)).All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("find apps: %w", err)
	}
	for _, a := range found {
		ids, names = append(ids, a.ID), append(names, a.Name)
	}
	if len(found) != len(apps) {
		return nil, nil, problem.In("appIds", problem.Malformed, "One of these apps doesn't exist, is a review app, or you don't have access to it.")
	}
	return ids, names, nil
}

// Renew gives a token a new secret and its full lifetime again.
func (s Tokens) Renew(ctx context.Context, id uuid.UUID) (Secret, error) {
	renewed, err := s.secret(ctx, func(tx *ent.Tx, text string) (*ent.APIToken, error) {
		old, err := s.lock(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		t, err := old.Update().SetDigest(randtoken.Digest(text)).SetLastFour(text[len(text)-4:]).SetRenewedAt(s.Now()).
			SetExpiresAt(s.Now().Add(old.ExpiresAt.Sub(old.RenewedAt))).Save(ctx)
		if err != nil {
			return nil, fmt.Errorf("renew token: %w", err)
		}
		s.Bus.RightsChanged(tx, t.AccountID)
		if err := s.tellOfToken(ctx, tx, t, "api_token_renewed"); err != nil {
			return nil, err
		}
		return t, s.Log.Record(ctx, tx, &timeline.APITokenRenewedEvent{Name: t.Name, LastFour: t.LastFour})
	})
	return renewed, err
}

// secret creates a secret and saves it with fn.
func (s Tokens) secret(ctx context.Context, fn func(*ent.Tx, string) (*ent.APIToken, error)) (Secret, error) {
	text := randtoken.NewSecret(prefix)
	t, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.APIToken, error) {
		t, err := fn(tx, text)
		if err != nil {
			return nil, err
		}
		return t, s.within(ctx, tx)
	})
	if err != nil {
		return Secret{}, err
	}
	return Secret{t.Unwrap(), text}, nil
}

// within counts another secret of the viewer's, or refuses it.
func (s Tokens) within(ctx context.Context, tx *ent.Tx) error {
	ok, err := s.Attempts.Within(ctx, tx, "api_token", attempt.OfAccount(viewer.ID(ctx)), secretsAnHour, time.Hour)
	if err == nil && !ok {
		err = problem.In("", problem.LimitReached, "You created or regenerated %d API tokens within an hour. Try again later.", secretsAnHour)
	}
	return err
}

// lock locks the viewer's account and loads one of its tokens.
func (s Tokens) lock(ctx context.Context, tx *ent.Tx, id uuid.UUID) (*ent.APIToken, error) {
	if _, err := store.LockViewer(ctx, s.DB, tx); err != nil {
		return nil, err
	}
	t, err := tx.APIToken.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	} else if err != nil {
		return nil, fmt.Errorf("load token: %w", err)
	}
	return t, nil
}

// Revoke ends one of the viewer's tokens and closes its sockets.
func (s Tokens) Revoke(ctx context.Context, id uuid.UUID) error {
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		t, err := s.lock(ctx, tx, id)
		if err != nil {
			return err
		}
		return s.revoke(ctx, tx, t)
	})
}

func (s Tokens) revoke(ctx context.Context, tx *ent.Tx, t *ent.APIToken) error {
	if err := tx.APIToken.DeleteOne(t).Exec(ctx); err != nil {
		return fmt.Errorf("revoke token: %w", err)
	}
	s.Bus.RightsChanged(tx, t.AccountID)
	e := &timeline.APITokenRevokedEvent{Name: t.Name, LastFour: t.LastFour}
	if a := t.Edges.Account; a != nil { // the platform does it, on the account's stream
		e.OnAccount = timeline.ForAccount(a)
	}
	return s.Log.Record(ctx, tx, e)
}

// RevokeLeaked revokes the token with a secret, for anyone who has it: having it is all
// the authorization needed. The answer doesn't reveal whether there was one.
func (s Tokens) RevokeLeaked(ctx context.Context, secret string) error {
	if !randtoken.IsSecret(secret, prefix) {
		return nil
	}
	return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		platform, which := viewer.AsSystem(ctx), tx.APIToken.Query().Where(apitoken.Digest(randtoken.Digest(secret))).WithAccount()
		t, err := which.Clone().Only(platform)
		if err == nil {
			err = s.DB.Lock(ctx, tx, account.Table, t.AccountID)
		}
		if err == nil {
			t, err = which.Only(platform) // unless another request was faster
		}
		if ent.IsNotFound(err) {
			return nil
		} else if err != nil {
			return fmt.Errorf("find token: %w", err)
		}
		return s.revoke(platform, tx, t)
	})
}
