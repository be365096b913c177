package auth

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/githubidentity"
	"portico/ent/passkey"
	"portico/internal/problem"
	"portico/internal/timeline"
)

// LoginMethods lists the ways to sign in to the viewer's account.
func (p Sessions) LoginMethods(ctx context.Context, a *ent.Account) ([]timeline.LoginMethod, error) {
	return LoginMethods(ctx, p.DB.Client, a)
}

// LoginMethods lists the ways to sign in to an account. The context is its owner's.
func LoginMethods(ctx context.Context, db *ent.Client, a *ent.Account) ([]timeline.LoginMethod, error) {
	keys, err := db.Passkey.Query().Where(passkey.AccountID(a.ID)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for passkeys: %w", err)
	}
	linked, err := db.GithubIdentity.Query().Where(githubidentity.AccountID(a.ID)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for GitHub account: %w", err)
	}
	ways := []timeline.LoginMethod{}
	if a.PasswordHash != "" {
		ways = append(ways, timeline.ByPassword)
	}
	if keys {
		ways = append(ways, timeline.ByPasskey)
	}
	if linked {
		ways = append(ways, timeline.ByGithub)
	}
	return ways, nil
}

// KeepsWay refuses a change made in tx that leaves no way to sign in. The account is
// locked and read within tx.
func KeepsWay(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	left, err := LoginMethods(ctx, tx.Client(), a)
	if err == nil && len(left) == 0 {
		err = problem.In("", problem.LastLoginMethod, "This is the only way to sign in to your account. Set a password or add another way first.")
	}
	return err
}
