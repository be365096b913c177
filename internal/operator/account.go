package operator

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/internal/gid"
	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// maxWork is how much of an account's work is listed.
const maxWork = 100

// An Account is an account as operators see it.
type Account struct {
	ID              gid.ID
	Username, Email string
	CreatedAt       time.Time
	SuspendedAt     *time.Time
}

// A Work is something that is to be done for an account, or was tried in vain.
type Work struct {
	Kind  string
	App   *timeline.NamedApp // nil: it is the account's
	DueAt time.Time
	Tries int32
	Fault *string // nil: unknown, or it wasn't tried
}

// Account finds an account by its username or its email; nil where there is none.
func (s Operators) Account(ctx context.Context, login string) (*Account, error) {
	if !naming.Storable(login) {
		return nil, nil
	}
	which := account.Username(login)
	if strings.Contains(login, "@") {
		which = account.EmailKey(naming.EmailKey(login))
	}
	a, err := s.DB.Account.Query().Where(which, account.ClosedAtIsNil()).Only(viewer.AsOperator(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("find account: %w", err)
	}
	return &Account{ID: a.GlobalID(), Username: a.Username, Email: a.Email, CreatedAt: a.CreatedAt, SuspendedAt: a.SuspendedAt}, nil
}

// OwnedApps lists the apps that an account owns, by name.
func (s Operators) OwnedApps(ctx context.Context, a *Account) ([]*timeline.NamedApp, error) {
	rows, err := s.DB.App.Query().Where(app.OwnerID(a.ID.UUID)).Order(ent.Asc(app.FieldName)).All(viewer.AsOperator(ctx))
	apps := make([]*timeline.NamedApp, len(rows))
	for i, r := range rows {
		apps[i] = timeline.NameApp(r)
	}
	return apps, problem.Wrap("list owned apps", err)
}

// Work lists what is to be done for an account and its apps, next first.
func (s Operators) Work(ctx context.Context, a *Account) ([]*Work, error) {
	apps, err := s.OwnedApps(ctx, a)
	if err != nil {
		return nil, err
	}
	owners, of := []uuid.UUID{a.ID.UUID}, map[uuid.UUID]*timeline.NamedApp{}
	for _, one := range apps {
		owners, of[one.ID.UUID] = append(owners, one.ID.UUID), one
	}
	rows, err := s.Waiting(ctx, owners, maxWork)
	if err != nil {
		return nil, fmt.Errorf("list work: %w", err)
	}
	all := make([]*Work, len(rows))
	for i, r := range rows {
		all[i] = &Work{Kind: r.Job, App: of[r.Owner], DueAt: r.DueAt, Tries: int32(r.Tries)}
		if r.Fault != "" {
			all[i].Fault = &r.Fault
		}
	}
	return all, nil
}
