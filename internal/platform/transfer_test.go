package platform_test

import (
	"context"
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	entoneoff "portico/ent/oneoff"
	"portico/internal/container"
	"portico/internal/money"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline/bus"
	"portico/internal/viewer"
)

func (s *team) offer(to string) *ent.AppTransfer {
	s.T.Helper()
	tr, err := s.Transfers.Offer(s.as["owner"], s.app.ID, to)
	return testkit.Must(s.T, tr, err)
}

func (s *team) accept(as string, tr *ent.AppTransfer) {
	s.T.Helper()
	a, err := s.Transfers.Accept(s.as[as], tr.ID, nil)
	if a = testkit.Must(s.T, a, err); a.OwnerID != viewer.ID(s.as[as]) {
		s.T.Errorf("it is %s's", a.Edges.Owner.Username)
	}
}

// set changes an account, as only the platform does.
func (s *team) set(who string, change func(*ent.AccountUpdateOne) *ent.AccountUpdateOne) {
	s.T.Helper()
	system := viewer.AsSystem(s.T.Context())
	testkit.Must(s.T, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		return change(tx.Account.UpdateOneID(viewer.ID(s.as[who]))).Exec(system)
	}))
}

func (s *team) role(who string) platform.Role {
	s.T.Helper()
	a, err := s.Apps.Get(s.as[who], app.ID(s.app.ID))
	if testkit.Must(s.T, a, err) == nil {
		return platform.NoRole
	}
	return platform.RoleOn(s.as[who], a)
}

func TestAnAppChangesItsOwner(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	var told []uuid.UUID
	tr := s.offer("collaborator")
	if tr.Edges.From.Username != "owner" || tr.Edges.To.Username != "collaborator" || tr.ExpiresAt.Sub(tr.CreatedAt) != 72*time.Hour {
		t.Errorf("offered %+v", tr)
	}
	if all, err := s.Transfers.ToViewer(s.as["collaborator"]); len(testkit.Must(t, all, err)) != 1 || all[0].Edges.App.Name != "shop" {
		t.Errorf("to the collaborator: %v", all)
	}
	if all, err := s.Transfers.ToViewer(s.as["limited"]); len(testkit.Must(t, all, err)) != 0 {
		t.Errorf("to another: %v", all)
	}
	s.Bus.Listen(bus.Listener{Moved: s.Log.Wake, RightsChanged: func(who uuid.UUID) { told = append(told, who) }})
	s.accept("collaborator", tr)
	if s.role("collaborator") != platform.Owner || s.role("owner") != platform.Collaborator || s.role("limited") != platform.Limited {
		t.Errorf("roles: %s, %s, %s", s.role("collaborator"), s.role("owner"), s.role("limited"))
	}
	for _, who := range []string{"owner", "collaborator"} {
		if !slices.Contains(told, viewer.ID(s.as[who])) {
			t.Errorf("the git commands of %s aren't decided again", who)
		}
		if got := s.Timeline(s.as[who], viewer.ID(s.as[who])); got[0] != "app_transferred" || got[1] != "app_transfer_requested" {
			t.Errorf("the timeline of %s: %v", who, got)
		}
	}
	if got := s.Timeline(s.as["limited"], s.app.ID); got[0] != "app_transferred" || got[1] != "app_transfer_requested" {
		t.Errorf("the app's timeline: %v", got)
	}
	if got := s.Timeline(s.as["limited"], viewer.ID(s.as["limited"])); slices.Contains(got, "app_transferred") {
		t.Errorf("another's timeline: %v", got)
	}
	if _, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, nil); wrong(err) != "NOT_FOUND" {
		t.Errorf("accepted twice: %v", err)
	}
	back, err := s.Transfers.Offer(s.as["collaborator"], s.app.ID, "owner")
	s.accept("owner", testkit.Must(t, back, err))
	if s.role("owner") != platform.Owner || s.role("collaborator") != platform.Collaborator {
		t.Errorf("roles: %s, %s", s.role("owner"), s.role("collaborator"))
	}
}

func TestWhatCannotBeOffered(t *testing.T) {
	t.Parallel()
	now := time.Now()
	suspend := func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetSuspendedAt(now) }
	closing := func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetClosingAt(now) }
	for name, c := range map[string]struct {
		before func(*team)
		to     string
		want   string
	}{
		"to nobody":              {nil, "", "to NOT_A_COLLABORATOR"},
		"to something unwritten": {nil, "\x00", "to NOT_A_COLLABORATOR"},
		"to a stranger":          {nil, "stranger", "to NOT_A_COLLABORATOR"},
		"to the invited":         {nil, "invited", "to NOT_A_COLLABORATOR"},
		"to oneself":             {nil, "owner", "to NOT_A_COLLABORATOR"},
		"a second time":          {func(s *team) { s.offer("limited") }, "collaborator", " WRONG_STATE"},
		"suspended":              {func(s *team) { s.set("owner", suspend) }, "collaborator", " ACCOUNT_SUSPENDED"},
		"to the suspended":       {func(s *team) { s.set("collaborator", suspend) }, "collaborator", "to ACCOUNT_SUSPENDED"},
		"to the deleted":         {func(s *team) { s.set("collaborator", closing) }, "collaborator", "to ACCOUNT_CLOSING"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newTeam(t)
			if c.before != nil {
				c.before(s)
			}
			if _, err := s.Transfers.Offer(s.as["owner"], s.app.ID, c.to); wrong(err) != c.want {
				t.Errorf("%s, want %s", wrong(err), c.want)
			}
		})
	}
}

func TestWhatCannotBeAccepted(t *testing.T) {
	t.Parallel()
	now := time.Now()
	for name, c := range map[string]struct {
		before func(*team)
		as     string
		want   string
	}{
		"by its owner":  {nil, "owner", "NOT_FOUND"},
		"by another":    {nil, "limited", "NOT_FOUND"},
		"by a stranger": {nil, "stranger", "NOT_FOUND"},
		"too late":      {func(s *team) { s.Clock.Move(72 * time.Hour) }, "collaborator", " WRONG_STATE"},
		"from the suspended": {func(s *team) {
			s.set("owner", func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetSuspendedAt(now) })
		}, "collaborator", " ACCOUNT_SUSPENDED"},
		"by the suspended": {func(s *team) {
			s.set("collaborator", func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetSuspendedAt(now) })
		}, "collaborator", " ACCOUNT_SUSPENDED"},
		"from the deleted": {func(s *team) {
			s.set("owner", func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetClosingAt(now) })
		}, "collaborator", " ACCOUNT_CLOSING"},
		"without billing":        {func(s *team) { s.Transfers.Gate = platform.GateMethod }, "collaborator", " BILLING_REQUIRED"},
		"by the removed":         {func(s *team) { testkit.Must(s.T, 0, s.Collaborators.Remove(s.as["owner"], s.members["collaborator"])) }, "collaborator", "NOT_FOUND"},
		"by one with 500 others": {func(s *team) { s.Invited(s.as["collaborator"], s.as["stranger"], 500) }, "collaborator", " LIMIT_REACHED"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newTeam(t)
			a, err := s.Containers.Scale(s.as["owner"], s.app.ID, []*container.Wanted{{Type: "web", Amount: 1}})
			testkit.Must(t, a, err)
			tr := s.offer("collaborator")
			if c.before != nil {
				c.before(s)
			}
			if _, err := s.Transfers.Accept(s.as[c.as], tr.ID, nil); wrong(err) != c.want {
				t.Errorf("%s, want %s", wrong(err), c.want)
			}
			if got := s.Timeline(viewer.AsSystem(t.Context()), s.app.ID); slices.Contains(got, "app_transferred") {
				t.Errorf("recorded %v", got)
			}
		})
	}
}

// Nothing that costs money: nothing that the new owner has to set up.
func TestAnAppThatCostsNothingPassesTheGate(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.Transfers.Gate = platform.GateMethod
	s.accept("collaborator", s.offer("collaborator"))
}

func TestOffersEnd(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		end  func(*team, *ent.AppTransfer) error
		want string
	}{
		"canceled":      {func(s *team, tr *ent.AppTransfer) error { return s.Transfers.Cancel(s.as["owner"], tr.ID) }, ""},
		"declined":      {func(s *team, tr *ent.AppTransfer) error { return s.Transfers.Cancel(s.as["collaborator"], tr.ID) }, ""},
		"by another":    {func(s *team, tr *ent.AppTransfer) error { return s.Transfers.Cancel(s.as["limited"], tr.ID) }, "FORBIDDEN"},
		"by a stranger": {func(s *team, tr *ent.AppTransfer) error { return s.Transfers.Cancel(s.as["stranger"], tr.ID) }, "NOT_FOUND"},
		"expired": {func(s *team, _ *ent.AppTransfer) error {
			s.Clock.Move(72 * time.Hour)
			s.RunDue(s.Transfers.ExpireJob())
			return nil
		}, ""},
		"nearly expired": {func(s *team, _ *ent.AppTransfer) error {
			s.Clock.Move(72*time.Hour - time.Second)
			s.RunDue(s.Transfers.ExpireJob())
			return errors.New("open")
		}, "open"},
		"the collaborator leaves": {func(s *team, _ *ent.AppTransfer) error {
			return s.Collaborators.Remove(s.as["collaborator"], s.members["collaborator"])
		}, ""},
		"the app is deleted": {func(s *team, _ *ent.AppTransfer) error { return s.Apps.Delete(s.as["owner"], s.app.ID, "shop") }, ""},
		"the account is deleted": {func(s *team, _ *ent.AppTransfer) error {
			ctx := s.as["collaborator"]
			return store.Do(ctx, s.DB, func(tx *ent.Tx) error {
				me, err := store.LockViewer(ctx, s.DB, tx)
				if err != nil {
					return err
				}
				return s.Collaborators.Holding().Leave(ctx, tx, me)
			})
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newTeam(t)
			tr := s.offer("collaborator")
			err := c.end(s, tr)
			if err != nil {
				if wrong(err) != c.want {
					t.Errorf("%s, want %q", wrong(err), c.want)
				}
				if n := s.DB.AppTransfer.Query().CountX(s.as["owner"]); n != 1 {
					t.Errorf("%d offers", n)
				}
				return
			}
			if n := s.DB.AppTransfer.Query().CountX(s.as["owner"]); n != 0 || c.want != "" {
				t.Errorf("%d offers, want %q", n, c.want)
			}
			for _, who := range []string{"owner", "collaborator"} {
				if got := s.Timeline(s.as[who], viewer.ID(s.as[who])); !slices.Contains(got, "app_transfer_cancelled") {
					t.Errorf("the timeline of %s: %v", who, got)
				}
			}
			if _, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, nil); wrong(err) != "NOT_FOUND" {
				t.Errorf("accepted: %v", err)
			}
		})
	}
}

// Of two who answer at once, one decides; and two apps that are exchanged at once don't
// block each other.
func TestTransfersAtOnce(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	other := s.App(s.as["collaborator"], "store")
	s.Member(s.as["collaborator"], other, "owner", s.as["owner"], collaborator.RoleLIMITED)
	for range 5 {
		here := s.offer("collaborator")
		there, err := s.Transfers.Offer(s.as["collaborator"], other.ID, "owner")
		testkit.Must(t, there, err)
		var answers sync.WaitGroup
		answered := make(chan error, 4)
		for _, act := range []func() error{
			func() error { return s.Transfers.Cancel(s.as["owner"], here.ID) },
			func() error { _, err := s.Transfers.Accept(s.as["collaborator"], here.ID, nil); return err },
			func() error { return s.Transfers.Cancel(s.as["collaborator"], there.ID) },
			func() error { _, err := s.Transfers.Accept(s.as["owner"], there.ID, nil); return err },
		} {
			answers.Go(func() { answered <- act() })
		}
		answers.Wait()
		close(answered)
		done := 0
		for err := range answered {
			if err == nil {
				done++
			} else if wrong(err) != "NOT_FOUND" {
				t.Errorf("%v", err)
			}
		}
		if done != 2 {
			t.Errorf("%d answers to two offers", done)
		}
		s.home(s.app.ID, "owner", "collaborator")
		s.home(other.ID, "collaborator", "owner")
	}
}

// home gives an app back to whom it was first, if another has it.
func (s *team) home(id uuid.UUID, to, from string) {
	s.T.Helper()
	a, err := s.Apps.Get(s.as[to], app.ID(id))
	if testkit.Must(s.T, a, err).OwnerID == viewer.ID(s.as[to]) {
		return
	}
	tr, err := s.Transfers.Offer(s.as[from], id, to)
	a, err2 := s.Transfers.Accept(s.as[to], testkit.Must(s.T, tr, err).ID, nil)
	testkit.Must(s.T, a, err2)
}

// A stretch is a time in which so many containers run for one owner.
type stretch struct {
	from    time.Time
	owner   uuid.UUID
	running int32
}

// U7: after any history of scaling and transfers, each minute in which something ran has
// exactly one payer: who owned the app when it last ran in that minute. The former
// owners still see what they paid for.
func TestU7_EveryMinuteHasOnePayer(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			h := &history{team: newTeam(t), rand: rand.New(rand.NewPCG(seed, 7)), owner: "owner"}
			h.start = h.Clock.Now().Truncate(time.Minute)
			for range 40 {
				h.step()
			}
			h.Clock.Move(time.Minute)
			h.check()
		})
	}
}

type history struct {
	*team
	rand    *rand.Rand
	owner   string
	running int32
	start   time.Time
	ran     []stretch
}

func (h *history) note() {
	h.ran = append(h.ran, stretch{h.Clock.Now(), viewer.ID(h.as[h.owner]), h.running})
}

func (h *history) step() {
	h.T.Helper()
	h.Clock.Move(time.Duration(h.rand.Int64N(int64(3 * time.Minute))))
	if h.rand.IntN(3) > 0 {
		h.scaled(h.rand.Int32N(4))
		return
	}
	to := []string{"owner", "collaborator", "limited"}[h.rand.IntN(3)]
	if to == h.owner {
		return
	}
	tr, err := h.Transfers.Offer(h.as[h.owner], h.app.ID, to)
	testkit.Must(h.T, tr, err)
	h.Clock.Move(time.Duration(h.rand.Int64N(int64(time.Minute))))
	h.accept(to, tr)
	h.owner = to
	h.note()
}

// scaled orders an amount. Fewer run at once, and more once they have started.
func (h *history) scaled(amount int32) {
	h.T.Helper()
	a, err := h.Containers.Scale(h.as[h.owner], h.app.ID, []*container.Wanted{{Type: "web", Amount: amount}})
	testkit.Must(h.T, a, err)
	h.running = min(h.running, amount)
	h.note()
	h.Clock.Move(container.Started)
	h.RunDue(h.Containers.SimulateJob())
	h.running = amount
	h.note()
}

// payer is who has to pay for a minute.
func (h *history) payer(minute time.Time) (who uuid.UUID) {
	for i, s := range h.ran {
		end := h.Clock.Now()
		if i+1 < len(h.ran) {
			end = h.ran[i+1].from
		}
		if s.running > 0 && s.from.Before(minute.Add(time.Minute)) && end.After(minute) && end.After(s.from) {
			who = s.owner
		}
	}
	return who
}

func (h *history) check() {
	h.T.Helper()
	seen := map[uuid.UUID][]*ent.Lifespan{}
	for _, who := range []string{"owner", "collaborator", "limited"} {
		me := viewer.ID(h.as[who])
		for _, l := range h.DB.Lifespan.Query().AllX(h.as[who]) {
			if l.AccountID != me {
				h.T.Errorf("%s sees a lifespan of another", who)
			}
			seen[me] = append(seen[me], l)
		}
	}
	if all := h.DB.Lifespan.Query().CountX(viewer.AsSystem(h.T.Context())); all != len(slices.Concat(slices.Collect(maps.Values(seen))...)) {
		h.T.Errorf("not all of %d lifespans are seen by who pays", all)
	}
	for minute := h.start; minute.Before(h.Clock.Now()); minute = minute.Add(time.Minute) {
		var payers []uuid.UUID
		for me, all := range seen {
			for _, l := range all {
				if !l.BilledFrom.After(minute) && (l.BilledTo == nil || l.BilledTo.After(minute)) {
					payers = append(payers, me)
				}
			}
		}
		want := []uuid.UUID{}
		if who := h.payer(minute); who != uuid.Nil {
			want = append(want, who)
		}
		if len(payers) != len(want) || len(want) == 1 && payers[0] != want[0] {
			h.T.Errorf("minute %s is paid by %v, want %v", minute, payers, want)
		}
	}
}

// R52: a token that is confined to apps takes none over, which its account would own and
// pay for, and sees no offers. It acts on its apps: it offers them, and cancels and
// declines offers of them.
func TestR52_AConfinedTokenTakesNoAppOver(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	confined := func(who string, apps ...uuid.UUID) context.Context {
		v, _ := viewer.From(s.as[who])
		v.Apps = apps
		return viewer.With(t.Context(), v)
	}
	tr := s.offer("collaborator")
	if _, err := s.Transfers.Accept(confined("collaborator", s.app.ID), tr.ID, nil); wrong(err) != "FORBIDDEN" {
		t.Errorf("accepted: %v", err)
	}
	if all, err := s.Transfers.ToViewer(confined("collaborator", s.app.ID)); len(all) != 0 || err != nil {
		t.Errorf("it sees %v, %v", all, err)
	}
	if err := s.Transfers.Cancel(confined("collaborator", uuid.New()), tr.ID); wrong(err) != "NOT_FOUND" {
		t.Errorf("declined for another app: %v", err)
	}
	if err := s.Transfers.Cancel(confined("collaborator", s.app.ID), tr.ID); err != nil {
		t.Errorf("declined: %v", err)
	}
	if _, err := s.Transfers.Offer(confined("owner", s.app.ID), s.app.ID, "collaborator"); err != nil {
		t.Errorf("offered: %v", err)
	}
}

// R99: the one-offs of an account that takes an app over are counted with the app's.
func TestR99_TakingAnAppOverKeepsToTheOneOffsOfAnAccount(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	run := func(who string, a *ent.App, times int) {
		for range times {
			o, err := s.OneOffs.Run(s.as[who], a.ID, "sleep 600", "M")
			testkit.Must(t, o, err)
		}
	}
	for _, name := range []string{"one", "two", "three", "four"} {
		run("collaborator", s.App(s.as["collaborator"], name), 10)
	}
	last := s.App(s.as["collaborator"], "five")
	run("collaborator", last, 1)
	run("owner", s.app, 10)
	tr := s.offer("collaborator")
	if _, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, nil); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("51 run: %v", err)
	}
	if s.role("collaborator") != platform.Collaborator {
		t.Errorf("the app has changed its owner: %s", s.role("collaborator"))
	}
	o := s.DB.OneOff.Query().Where(entoneoff.AppID(last.ID)).OnlyX(s.as["collaborator"])
	o, err := s.OneOffs.Stop(s.as["collaborator"], o.ID)
	testkit.Must(t, o, err)
	s.accept("collaborator", tr)
}

// R47, R99: an app whose repository doesn't fit is not taken over, and what is kept of
// the quota meanwhile is free afterwards, however the transfer ends.
func TestR47_R99_TakingAnAppOverAsksForTheSpace(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	kept, full := 0, true
	s.Transfers.TakeRepository = func(_ context.Context, a *ent.App, to uuid.UUID) (func(), error) {
		if a.ID != s.app.ID || to != viewer.ID(s.as["collaborator"]) {
			t.Errorf("asked for %s and %s", a.Name, to)
		}
		if full {
			return nil, problem.In("", problem.LimitReached, "It doesn't fit.")
		}
		kept++
		return func() { kept-- }, nil
	}
	tr := s.offer("collaborator")
	if _, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, nil); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("it doesn't fit: %v", err)
	}
	if _, err := s.Transfers.Accept(s.as["limited"], tr.ID, nil); wrong(err) != "NOT_FOUND" { // and nothing is measured
		t.Errorf("by another: %v", err)
	}
	full = false
	s.Transfers.Gate = platform.GateMethod
	testkit.Must(t, 0, s.web("owner", 1))
	if _, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, nil); wrong(err) != " BILLING_REQUIRED" || kept != 0 {
		t.Errorf("refused: %v, %d are kept", err, kept)
	}
	s.Transfers.Gate = platform.GateNone
	if s.accept("collaborator", tr); kept != 0 {
		t.Errorf("accepted: %d are kept", kept)
	}
}

// R87: what is on disk is measured last, since that may take long: not for what is refused
// anyway, and 200 times an hour at most.
func TestR87_WhatIsRefusedAnywayIsNotMeasured(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.running()
	tr, measured := s.offer("collaborator"), 0
	s.Transfers.TakeRepository = func(context.Context, *ent.App, uuid.UUID) (func(), error) {
		measured++
		return nil, problem.In("", problem.LimitReached, "It doesn't fit.")
	}
	refused := func(why string, most *money.Cents, want string, times int) {
		t.Helper()
		measured = 0
		if _, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, most); wrong(err) != want || measured != times {
			t.Errorf("%s: %v, measured %d times, want %s, %d", why, err, measured, want, times)
		}
	}
	refused("it costs more than nothing", new(money.Cents(0)), " WRONG_STATE", 0)
	s.Transfers.Gate = platform.GateMethod
	refused("without billing", nil, " BILLING_REQUIRED", 0)
	s.Transfers.Gate = platform.GateNone
	s.spend("collaborator", "accept", 199)
	refused("it doesn't fit", nil, " LIMIT_REACHED", 1)
	refused("the 201st", nil, " LIMIT_REACHED", 0)
	s.Clock.Move(time.Hour)
	refused("an hour later", nil, " LIMIT_REACHED", 1)
	s.Clock.Move(72 * time.Hour)
	refused("too late", nil, " WRONG_STATE", 0)
}

// R97: what an app costs a month is told before it is accepted, and if more was ordered
// since, nothing happens.
func TestR97_AnAppThatCostsMoreThanShownIsNotAccepted(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	s.running() // two containers of M, and redis-s
	tr := s.offer("collaborator")
	cost := func() money.Cents {
		c, err := s.Transfers.Monthly(s.as["collaborator"], tr)
		return testkit.Must(t, c, err)
	}
	shown := cost()
	testkit.Must(t, 0, s.web("owner", 10))
	if _, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, &shown); wrong(err) != " WRONG_STATE" {
		t.Errorf("it costs %d by now, and %d were shown: %v", cost(), shown, err)
	}
	if s.role("owner") != platform.Owner {
		t.Error("the app has changed its owner")
	}
	testkit.Must(t, 0, s.web("owner", 1)) // less than shown
	a, err := s.Transfers.Accept(s.as["collaborator"], tr.ID, &shown)
	testkit.Must(t, a, err)
}

func TestWhatAnAppCostsAMonth(t *testing.T) {
	t.Parallel()
	s := newTeam(t)
	tr := s.offer("collaborator")
	expect := func(what string, want money.Cents) {
		t.Helper()
		if got, err := s.Transfers.Monthly(s.as["collaborator"], tr); got != want || err != nil {
			t.Errorf("%s: %d cents, %v, want %d", what, got, err, want)
		}
	}
	expect("nothing", 0)
	testkit.Must(t, 0, s.web("owner", 2))
	expect("two containers of M", 2920)
	o, err := s.OneOffs.Run(s.as["owner"], s.app.ID, "sleep 60", "M")
	testkit.Must(t, o, err)
	expect("and a one-off", 2920)
	s.Deploy(s.as["owner"], s.app, "First")
	r, err := s.ReviewApps.Create(s.as["owner"], s.app.ID, "main")
	testkit.Must(t, r, err)
	expect("and one in a review app", 4380)
	s.App(s.as["owner"], "other")
	_, err = s.Containers.Scale(s.as["owner"], s.DB.App.Query().Where(app.Name("other")).OnlyIDX(s.as["owner"]), []*container.Wanted{{Type: "web", Amount: 5}})
	testkit.Must(t, 0, err)
	expect("and another app", 4380)
	testkit.Must(t, 0, s.web("owner", 0))
	expect("stopped", 1460)
}
