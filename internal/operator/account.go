package operator

import (
	"cmp"
	"context"
	"fmt"
	"slices"
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
	"portico/internal/worker"
)

const (
	// maxWork is how much of an account's work is listed.
	maxWork = 100
	// ownersAtATime is for how many apps one statement lists it. An account may have 500,
	// each with 20 review apps.
	ownersAtATime = 500
)

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

// OwnedApps lists the apps that an account owns, by name, without review apps.
func (s Operators) OwnedApps(ctx context.Context, a *Account) ([]*timeline.NamedApp, error) {
	rows, err := s.DB.App.Query().Where(app.OwnerID(a.ID.UUID), app.ParentIDIsNil()).Order(ent.Asc(app.FieldName)).All(viewer.AsOperator(ctx))
	apps := make([]*timeline.NamedApp, len(rows))
	for i, r := range rows {
		apps[i] = timeline.NameApp(r)
	}
	return apps, problem.Wrap("list owned apps", err)
}

// Work lists what is to be done for an account and its apps, next first.
func (s Operators) Work(ctx context.Context, a *Account) ([]*Work, error) {
	owners, err := s.DB.App.Query().Where(app.OwnerID(a.ID.UUID)).IDs(viewer.AsOperator(ctx))
	if err != nil {
		return nil, fmt.Errorf("list apps: %w", err)
	}
	var rows []worker.Waiting
	for some := range slices.Chunk(append(owners, a.ID.UUID), ownersAtATime) {
		more, err := s.Waiting(ctx, some, maxWork)
		if err != nil {
			return nil, fmt.Errorf("list work: %w", err)
		}
		rows = append(rows, more...)
	}
	slices.SortStableFunc(rows, func(a, b worker.Waiting) int { return cmp.Or(a.DueAt.Compare(b.DueAt), cmp.Compare(a.Job, b.Job)) })
	return s.works(ctx, rows[:min(len(rows), maxWork)])
}

// works are rows that wait, with the names of their apps.
func (s Operators) works(ctx context.Context, rows []worker.Waiting) ([]*Work, error) {
	owners := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		owners[i] = r.Owner
	}
	apps, err := s.DB.App.Query().Where(app.IDIn(owners...)).All(viewer.AsOperator(ctx))
	if err != nil {
		return nil, fmt.Errorf("list apps: %w", err)
	}
	of := map[uuid.UUID]*timeline.NamedApp{}
	for _, one := range apps {
		of[one.ID] = timeline.NameApp(one)
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
