package platform_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/resource"
	"portico/internal/money"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// R69, R90: what an app costs a month is read for a price that knows neither a history nor
// strangers, so it reads none: of what ran before, all is kept.
func TestR69_R90_WhatAnAppCostsReadsNoHistory(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	testkit.Must(t, 0, s.web("owner", 2))
	system := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		all := make([]*ent.ResourceCreate, 300)
		for i := range all {
			all[i] = tx.Resource.Create().SetID(uuid.New()).SetCreatedAt(s.Now()).SetAppID(s.app.ID).SetAppName("shop").
				SetKind(resource.KindONE_OFF).SetName("").SetPayerID(viewer.ID(s.as["owner"])).SetPlan("S").SetQuantity(0)
		}
		if err := tx.Resource.CreateBulk(all...).Exec(system); err != nil {
			return err
		}
		return crowd(system, tx, s)
	}))
	tr := s.offer("collaborator")
	ctx, ran := testkit.Counting(s.as["collaborator"])
	if cost, err := s.Transfers.Monthly(ctx, tr); cost != money.Cents(2920) || err != nil {
		t.Errorf("%d, %v", cost, err)
	}
	read := 0
	for _, one := range ran.All() {
		if !strings.Contains(one.SQL, "resources") {
			continue
		}
		read++
		testkit.CheckReads(t, s.DB, one, 12)
		if s.DB.Dialect() != "postgres" && slices.ContainsFunc(testkit.QueryPlan(t, s.DB, one), func(step string) bool {
			return strings.HasPrefix(step, "SEARCH r ") && strings.HasSuffix(step, "(app_id=?)")
		}) {
			t.Errorf("it reads all that ever ran of the app:\n%s", one)
		}
	}
	if read == 0 {
		t.Errorf("it reads no resources:\n%s", ran)
	}
}

// crowd adds apps of a stranger's that run something.
func crowd(ctx context.Context, tx *ent.Tx, s *team) error {
	who := viewer.ID(s.as["stranger"])
	apps, rows := make([]*ent.AppCreate, 300), make([]*ent.ResourceCreate, 300)
	for i := range apps {
		id := uuid.New()
		apps[i] = tx.App.Create().SetID(id).SetName(fmt.Sprint("crowd-", i)).SetOwnerID(who).SetCreatedAt(s.Now())
		rows[i] = tx.Resource.Create().SetID(uuid.New()).SetCreatedAt(s.Now()).SetAppID(id).SetAppName("crowd").
			SetKind(resource.KindCONTAINER).SetName("web").SetPayerID(who).SetPlan("S").SetQuantity(1)
	}
	return errors.Join(tx.App.CreateBulk(apps...).Exec(ctx), tx.Resource.CreateBulk(rows...).Exec(ctx))
}

// R69: nor does taking an app over read what runs for strangers.
func TestR69_TakingAnAppOverReadsNoStrangers(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	system, who := viewer.AsSystem(t.Context()), s.as["stranger"]
	other := s.App(who, "other")
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		all := make([]*ent.OneOffCreate, 300)
		for i := range all {
			all[i] = tx.OneOff.Create().SetAppID(other.ID).SetCommand("true").SetPlan("S").SetStatus("RUNNING").
				SetStartedByID(viewer.ID(who)).SetStartedByName("stranger").SetCreatedAt(s.Now())
		}
		return tx.OneOff.CreateBulk(all...).Exec(system)
	}))
	ctx, ran := testkit.Counting(s.as["collaborator"])
	testkit.Must(t, 0, store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		return s.Transfers.TakeOneOffs(ctx, tx, []uuid.UUID{s.app.ID}, viewer.ID(ctx))
	}))
	for _, one := range ran.All() {
		if strings.Contains(one.SQL, "one_offs") {
			testkit.CheckReads(t, s.DB, one, 12)
		}
	}
}
