package operator_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/app"
	"portico/internal/clock"
	"portico/internal/notify"
	"portico/internal/operator"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
	"portico/internal/worker"
)

func TestAccountsAreLookedUp(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	p.Account("bob")
	op := p.operator("support", operator.Read)
	for _, login := range []string{"ada", "ada@example.com", "ADA@EXAMPLE.COM"} {
		a, err := p.Operators.Account(op, login)
		if testkit.Must(t, a, err) == nil || a.Username != "ada" || a.Email != "ada@example.com" || a.SuspendedAt != nil {
			t.Errorf("%s: %+v", login, a)
		}
	}
	for _, login := range []string{"", "eve", "eve@example.com", "ada\x00", "\xff"} {
		if a, err := p.Operators.Account(op, login); a != nil || err != nil {
			t.Errorf("%q: %+v, %v", login, a, err)
		}
	}
	a, err := p.Operators.Account(op, "ada")
	apps, err2 := p.Operators.OwnedApps(op, testkit.Must(t, a, err))
	if len(testkit.Must(t, apps, err2)) != 1 || apps[0].Name != "shop" {
		t.Errorf("owns %v", apps)
	}
	b, err := p.Operators.Account(op, "bob")
	apps, err2 = p.Operators.OwnedApps(op, testkit.Must(t, b, err))
	if len(testkit.Must(t, apps, err2)) != 0 {
		t.Errorf("owns %v", apps)
	}
}

// down takes no email.
type down struct{}

func (down) Send(context.Context, uuid.UUID, notify.Written) error {
	return errors.New("connection refused")
}

// What is due of an account's apps, its exports, and its emails is listed, with what
// went wrong, and nothing of anyone else's.
func TestWorkOfAnAccount(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	bob := p.Account("bob")
	e, err := p.Exports.Request(bob)
	testkit.Must(t, e, err)
	p.SignedIn("ada")
	p.Sender = down{}
	workers := &worker.Workers{Now: p.Clock.Now, Business: &clock.Business{Real: p.Clock.Now}}
	workers.AddDue(0, p.Jobs())
	p.Operators.Waiting = workers.Waiting
	op := p.operator("support", operator.Read)
	of := func(login string) []*operator.Work {
		a, err := p.Operators.Account(op, login)
		all, err2 := p.Operators.Work(op, testkit.Must(t, a, err))
		return testkit.Must(t, all, err2)
	}
	if all := of("bob"); len(all) == 0 || !has(all, "make data export", "") || has(all, "start containers", "shop") {
		t.Errorf("bob's: %v", shown(all))
	}
	all := of("ada")
	if !has(all, "start containers", "shop") || has(all, "make data export", "") {
		t.Errorf("ada's: %v", shown(all))
	}
	for i, w := range all {
		if w.Tries != 0 || w.Fault != nil {
			t.Errorf("before it is tried: %v", shown(all))
		}
		if i > 0 && w.DueAt.Before(all[i-1].DueAt) {
			t.Errorf("not in the order of time: %v", shown(all))
		}
	}
	emails := 0
	_ = workers.RunDue(t.Context())
	for _, w := range of("bob") {
		if w.Kind == "send email" {
			emails++
			if w.Tries != 1 || w.Fault == nil || *w.Fault != "connection refused" {
				t.Errorf("an email that isn't taken: %+v", w)
			}
		}
	}
	if emails == 0 {
		t.Error("bob has no emails")
	}
}

func has(all []*operator.Work, kind, app string) bool {
	for _, w := range all {
		if w.Kind == kind && (w.App == nil) == (app == "") && (app == "" || w.App.Name == app) {
			return true
		}
	}
	return false
}

func shown(all []*operator.Work) (texts []string) {
	for _, w := range all {
		texts = append(texts, w.Kind+" "+w.DueAt.String())
	}
	return texts
}

// R70: an account may own 500 apps, each with 20 review apps. What is to be done for all
// is listed in parts, and the review apps, which aren't listed as owned, are among them.
func TestR70_WorkOfAnyNumberOfApps(t *testing.T) {
	t.Parallel()
	p := newPlant(t)
	system := viewer.AsSystem(t.Context())
	ada := p.DB.Account.Query().Where(account.Username("ada")).OnlyX(system)
	shop := p.DB.App.Query().Where(app.Name("shop")).OnlyX(system)
	testkit.Must(t, 0, store.Do(system, p.DB, func(tx *ent.Tx) error {
		return tx.App.MapCreateBulk(make([]int, 1100), func(c *ent.AppCreate, i int) {
			c.SetOwnerID(ada.ID).SetName(fmt.Sprint("review-", i)).SetParentID(shop.ID).SetBranch(fmt.Sprint(i)).SetCreatedAt(p.Clock.Now())
		}).Exec(system)
	}))
	var asked []int
	p.Operators.Waiting = func(_ context.Context, owners []uuid.UUID, limit int) (all []worker.Waiting, err error) {
		asked = append(asked, len(owners))
		for _, id := range owners {
			all = append(all, worker.Waiting{Job: "start containers", Owner: id, DueAt: p.Clock.Now()})
		}
		return all[:min(len(all), limit)], nil
	}
	op := p.operator("support", operator.Read)
	a, err := p.Operators.Account(op, "ada")
	apps, err2 := p.Operators.OwnedApps(op, testkit.Must(t, a, err))
	if len(testkit.Must(t, apps, err2)) != 1 {
		t.Errorf("owns %d apps", len(apps))
	}
	all, err := p.Operators.Work(op, a)
	if len(testkit.Must(t, all, err)) != 100 || !slices.Equal(asked, []int{500, 500, 102}) {
		t.Errorf("%d listed, asked for %v", len(all), asked)
	}
}
