package operator

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/operatortoken"
	"portico/internal/problem"
	"portico/internal/randtoken"
	"portico/internal/store"
	"portico/internal/viewer"
)

// Prefix is what an operator's secrets begin with.
const Prefix = "pto_"

// usedTo is how exactly the last use of a token is kept.
const usedTo = time.Minute

var tokenName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// What is wrong with a token that an operator makes or revokes.
var (
	ErrName    = errors.New("a token's name has 1 to 40 of the characters a-z, 0-9 and -, and begins with a letter or digit")
	ErrScopes  = fmt.Errorf("a token has one or more of the scopes %s", Names(Scopes))
	ErrTaken   = errors.New("a token with this name already exists; revoke it first, or choose another name")
	ErrNoToken = errors.New("there is no token with this name")
)

// Names are scopes as they are written on the command line.
func Names(all []Scope) string {
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = string(s)
	}
	return strings.Join(names, ",")
}

// Create makes a token and returns its secret, which is shown this once and not stored.
func (s Operators) Create(ctx context.Context, name string, scopes []Scope) (secret string, err error) {
	if !tokenName.MatchString(name) {
		return "", ErrName
	}
	scopes = slices.Compact(slices.Sorted(slices.Values(scopes)))
	if len(scopes) == 0 {
		return "", ErrScopes
	}
	for _, scope := range scopes {
		if !slices.Contains(Scopes, scope) {
			return "", fmt.Errorf("there is no scope %q: %w", scope, ErrScopes)
		}
	}
	secret = randtoken.NewSecret(Prefix)
	texts := make([]string, len(scopes))
	for i, scope := range scopes {
		texts[i] = string(scope)
	}
	err = store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		return tx.OperatorToken.Create().SetName(name).SetDigest(randtoken.Digest(secret)).SetScopes(texts).SetCreatedAt(s.Now()).Exec(viewer.AsSystem(ctx))
	})
	if ent.IsConstraintError(err) {
		return "", ErrTaken
	}
	return secret, problem.Wrap("save token", err)
}

// Revoke ends a token at once.
func (s Operators) Revoke(ctx context.Context, name string) error {
	n, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (int, error) {
		return tx.OperatorToken.Delete().Where(operatortoken.Name(name)).Exec(viewer.AsSystem(ctx))
	})
	if err == nil && n == 0 {
		return ErrNoToken
	}
	return problem.Wrap("revoke token", err)
}

// RevokeLeaked revokes the token with a secret, for anyone who has it: having it is all
// the authorization needed. The answer doesn't reveal whether there was one; the log does,
// for the people who run the platform.
func (s Operators) RevokeLeaked(ctx context.Context, secret string) error {
	if !randtoken.IsSecret(secret, Prefix) {
		return nil
	}
	system, which := viewer.AsSystem(ctx), operatortoken.Digest(randtoken.Digest(secret))
	t, err := s.DB.OperatorToken.Query().Where(which).Only(system)
	if ent.IsNotFound(err) {
		return nil
	} else if err != nil {
		return fmt.Errorf("find token: %w", err)
	}
	err = store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		_, err := tx.OperatorToken.Delete().Where(which).Exec(system)
		return err
	})
	if err == nil {
		slog.WarnContext(ctx, "an operator's token was revoked by someone who had its secret", "name", t.Name)
	}
	return problem.Wrap("revoke token", err)
}

// List lists all tokens, by name.
func (s Operators) List(ctx context.Context) ([]*ent.OperatorToken, error) {
	all, err := s.DB.OperatorToken.Query().Order(ent.Asc(operatortoken.FieldName)).All(viewer.AsSystem(ctx))
	return all, problem.Wrap("list tokens", err)
}

// Find returns the operator who holds a secret; none if it is wrong.
func (s Operators) Find(ctx context.Context, secret string) (Operator, bool, error) {
	if !randtoken.IsSecret(secret, Prefix) {
		return Operator{}, false, nil
	}
	t, err := s.DB.OperatorToken.Query().Where(operatortoken.Digest(randtoken.Digest(secret))).Only(viewer.AsSystem(ctx))
	if ent.IsNotFound(err) {
		return Operator{}, false, nil
	} else if err != nil {
		return Operator{}, false, fmt.Errorf("find operator's token: %w", err)
	}
	if t.LastUsedAt == nil || s.Now().Sub(*t.LastUsedAt) >= usedTo {
		err = s.used(ctx, t.ID)
	}
	o := Operator{Name: t.Name, tokenID: t.ID}
	for _, scope := range t.Scopes {
		o.Scopes = append(o.Scopes, Scope(scope))
	}
	return o, err == nil, err
}

// used remembers when a token was used, to the minute.
func (s Operators) used(ctx context.Context, id uuid.UUID) error {
	err := store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		return tx.OperatorToken.Update().Where(operatortoken.ID(id)).SetLastUsedAt(s.Now().Truncate(usedTo)).Exec(viewer.AsSystem(ctx))
	})
	return problem.Wrap("note use of token", err)
}

// Still refuses an operator whose token was revoked since the request began.
func (s Operators) Still(ctx context.Context) error { return still(ctx, s.DB.OperatorToken) }

func still(ctx context.Context, tokens *ent.OperatorTokenClient) error {
	o, _ := From(ctx)
	there, err := tokens.Query().Where(operatortoken.ID(o.tokenID)).Exist(viewer.AsSystem(ctx))
	if err == nil && !there {
		err = problem.Refuse(problem.Unauthenticated, "This token has expired or was revoked. Use another one.")
	}
	return err
}
