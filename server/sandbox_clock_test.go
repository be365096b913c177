package main

import (
	"net/http"
	"testing"
	"time"

	"portico/internal/clock"
	"portico/internal/testkit"
)

const advance = `mutation ($input: SandboxAdvanceClockInput!) {
	sandboxAdvanceClock(input: $input) { sandbox { now offsetSeconds nextDueAt } errors { code path message } } }`

func (s *served) advance(session string, seconds int) answer {
	s.t.Helper()
	a := s.ask(session, advance, map[string]any{"input": map[string]any{"seconds": seconds}})
	a.must(s.t, "sandboxAdvanceClock.sandbox.now")
	return a
}

const aYear = 365 * 24 * 3600

func TestM1_TheClockMovesAhead(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	a := s.advance(ada, aYear)
	want := s.now().AddDate(0, 0, 365).Format("2006-01-02T15:04:05.000000Z")
	if got := a.must(t, "sandboxAdvanceClock.sandbox.now"); got != want {
		t.Errorf("it is %v, want %v", got, want)
	}
}

func TestM1_EventsAreDatedInBusinessTime(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, ctx := s.account("ada")
	s.advance(ada, aYear)
	_, err := s.Apps.Create(ctx, "shop")
	testkit.Must(t, 0, err)
	got := s.ask(ada, `{ viewer { timeline(first: 1) { edges { node { occurredAt } } } } }`, nil).must(t, "viewer.timeline.edges.0.node.occurredAt")
	if want := s.business.Now().Format("2006-01-02T15:04:05.000000Z"); got != want {
		t.Errorf("the event is dated %v, want %v", got, want)
	}
}

func TestM1_AnAppIsDatedInBusinessTime(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, ctx := s.account("ada")
	s.advance(ada, aYear)
	a, err := s.Apps.Create(ctx, "shop")
	if made := testkit.Must(t, a, err).CreatedAt; !made.Equal(s.business.Now()) {
		t.Errorf("the app is dated %v, want %v", made, s.business.Now())
	}
}

func TestM1_TheClockSignsNobodyOut(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	s.advance(ada, aYear)
	if got := s.ask(ada, `{ viewer { username } }`, nil).must(t, "viewer.username"); got != "ada" {
		t.Errorf("the viewer is %v", got)
	}
}

func TestM1_TheClockEndsNoToken(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	secret := s.ask(ada, `mutation { createApiToken(input: {name: "ci", scopes: [PROFILE_READ, SANDBOX]}) { secret } }`, nil).must(t, "createApiToken.secret").(string)
	s.advance(ada, aYear)
	s.ask("", `{ viewer { username } sandbox { now } }`, nil, func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+secret) }).must(t, "sandbox.now")
}

func TestAClockGoesOnAfterARestart(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	s.advance(ada, aYear)
	again, err := wire(t.Context(), s.config, s.outside)
	testkit.Must(t, 0, err)
	t.Cleanup(again.close)
	if got, want := again.business.Now(), s.business.Now(); !got.Equal(want) {
		t.Errorf("it is %v, want %v", got, want)
	}
}

func TestADatabaseFromTheFutureIsServedAsASandboxOnly(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	s.advance(ada, aYear)
	c := *s.config
	c.Sandbox = false
	p, err := wire(t.Context(), &c, s.outside)
	testkit.Must(t, 0, err)
	t.Cleanup(p.close)
	if err := p.checkClock(); err == nil {
		t.Error("it is served")
	}
}

func TestOnlyASandboxHasAClock(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	ada, _ := s.account("ada")
	if got := s.ask(ada, `{ sandbox { now } }`, nil).must(t, "sandbox"); got != nil {
		t.Errorf("the sandbox is %v", got)
	}
	if got := s.ask(ada, advance, map[string]any{"input": map[string]any{"seconds": 1}}).must(t, "sandboxAdvanceClock.errors.0.code"); got != "WRONG_STATE" {
		t.Errorf("moving the clock is answered %v", got)
	}
}

func TestTheClockRefusesWhatIsNotAhead(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	now := clock.Now()
	for name, c := range map[string]struct {
		input map[string]any
		code  string
		field string
	}{
		"nothing":      {map[string]any{}, "MALFORMED", ""},
		"two":          {map[string]any{"seconds": 1, "until": "MONTH_END"}, "MALFORMED", ""},
		"the past":     {map[string]any{"to": now.Add(-time.Hour).Format(time.RFC3339)}, "OUT_OF_RANGE", "to"},
		"back":         {map[string]any{"seconds": -1}, "OUT_OF_RANGE", "seconds"},
		"nowhere":      {map[string]any{"seconds": 0}, "OUT_OF_RANGE", "seconds"},
		"401 days":     {map[string]any{"seconds": 401 * 24 * 3600}, "OUT_OF_RANGE", "seconds"},
		"no due work":  {map[string]any{"until": "NEXT_DUE"}, "WRONG_STATE", "until"},
		"a far future": {map[string]any{"to": "9999-01-01T00:00:00Z"}, "OUT_OF_RANGE", "to"},
	} {
		a := s.ask(ada, advance, map[string]any{"input": c.input})
		if got := a.must(t, "sandboxAdvanceClock.errors.0.code"); got != c.code {
			t.Errorf("%s: %v, want %s", name, got, c.code)
		}
		if got := find(a.body["data"], "sandboxAdvanceClock.errors.0.path.1"); c.field != "" && got != c.field {
			t.Errorf("%s: at %v, want %s", name, got, c.field)
		}
	}
}

func TestMonthEndIsTheFirstInstantOfTheNextMonth(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	s.ask(ada, advance, map[string]any{"input": map[string]any{"until": "MONTH_END"}}).must(t, "sandboxAdvanceClock.sandbox.now")
	now := s.now()
	if want := time.Date(now.Year(), now.Month()+1, 1, 0, 0, 0, 0, time.UTC); !s.business.Now().Equal(want) {
		t.Errorf("it is %v, want %v", s.business.Now(), want)
	}
}

func TestR29_AConfinedTokenMovesNoClock(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, ctx := s.account("ada")
	app, err := s.Apps.Create(ctx, "shop")
	id := testkit.Must(t, app, err).GlobalID().String()
	a := s.ask(ada, `mutation ($id: ID!) { createApiToken(input: {name: "ci", scopes: [SANDBOX], appIds: [$id]}) { errors { code } } }`, map[string]any{"id": id})
	if got := a.must(t, "createApiToken.errors.0.code"); got != "NOT_CONFINABLE" {
		t.Errorf("such a token is answered %v", got)
	}
}

func TestM1_HowFarTheClockIsAheadIsPublic(t *testing.T) {
	t.Parallel()
	s := inProcess(t, inSandbox)
	ada, _ := s.account("ada")
	s.advance(ada, aYear)
	got := s.ask("", `{ serverInfo { clockOffsetSeconds } }`, nil).must(t, "serverInfo.clockOffsetSeconds")
	if got != float64(aYear) {
		t.Errorf("it is %v seconds ahead, want %d", got, aYear)
	}
}

func TestM1_WhereThereIsNoSandboxBusinessTimeIsRealTime(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	if got := s.ask("", `{ serverInfo { clockOffsetSeconds } }`, nil).must(t, "serverInfo.clockOffsetSeconds"); got != float64(0) {
		t.Errorf("it is %v seconds ahead", got)
	}
}
