package signin

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"portico/ent/account"
	"portico/internal/auth"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// free checks whether username and email are available, so that both problems are
// returned at once. The unique indexes have the last word.
func (s Accounts) free(ctx context.Context, username, key string) error {
	taken, err := s.DB.Account.Query().
		Where(account.Or(account.Username(username), account.EmailKey(key))).All(viewer.AsSystem(ctx))
	if err != nil {
		return fmt.Errorf("look for taken names: %w", err)
	}
	held, err := s.Links.Held(ctx, s.DB.Link, uuid.Nil, key)
	if err != nil {
		return err
	}
	var name, email *problem.Input
	for _, a := range taken {
		if a.Username == username {
			name = usernameTaken()
		}
		held = held || a.EmailKey == key
	}
	if held {
		email = problem.In("email", problem.Taken, "An account with this email already exists. Sign in instead.")
	}
	return problem.Collect(name, email)
}

func usernameTaken() *problem.Input {
	return problem.In("username", problem.Taken, "This username is taken. Choose another one.")
}

// taken returns which of the two it was, if err is ErrTaken.
func (s Accounts) taken(ctx context.Context, d auth.Draft, err error) error {
	if !errors.Is(err, auth.ErrTaken) {
		return err
	}
	if err := s.free(ctx, d.Username, d.Key); err != nil {
		return err
	}
	return usernameTaken() // and available by now: trying again will do
}
