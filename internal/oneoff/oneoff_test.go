package oneoff_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/lifespan"
	entoneoff "portico/ent/oneoff"
	"portico/internal/metering"
	"portico/internal/money"
	"portico/internal/oneoff"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/usage"
	"portico/internal/viewer"
)

// A shop is an app of Ada's on which one-offs run.
type shop struct {
	*testkit.World
	ada context.Context
	app *ent.App
}

func newShop(t *testing.T) *shop {
	w, ada := testkit.WithAccount(t, "ada")
	return &shop{World: w, ada: ada, app: w.App(ada, "shop")}
}

func (s *shop) run(command string) *ent.OneOff {
	s.T.Helper()
	o, err := s.OneOffs.Run(s.ada, s.app.ID, command, "M")
	return testkit.Must(s.T, o, err)
}

// later lets the simulated platform do what is due after some time.
func (s *shop) later(d time.Duration, o *ent.OneOff) *ent.OneOff {
	s.T.Helper()
	s.Clock.Move(d)
	s.RunDue(s.OneOffs.SimulateJob())
	return s.read(o)
}

func (s *shop) read(o *ent.OneOff) *ent.OneOff { return s.DB.OneOff.GetX(s.ada, o.ID) }

func (s *shop) report(facts ...oneoff.Fact) error {
	s.T.Helper()
	system := viewer.AsSystem(s.T.Context())
	return store.Do(system, s.DB, func(tx *ent.Tx) error {
		for _, f := range facts {
			if err := s.OneOffs.Report(system, tx, f); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *shop) lifespans() []*ent.Lifespan {
	return s.DB.Lifespan.Query().Order(ent.Asc(lifespan.FieldStartedAt)).AllX(s.ada)
}

// shown is a one-off and its lifespans in one line, with times from an instant on.
func (s *shop) shown(o *ent.OneOff, from time.Time) string {
	at := func(t *time.Time) string {
		if t == nil {
			return "-"
		}
		return t.Sub(from).String()
	}
	code := "-"
	if o.ExitCode != nil {
		code = fmt.Sprint(*o.ExitCode)
	}
	text := fmt.Sprintf("%s %s to %s code %s", o.Status, at(o.StartedAt), at(o.EndedAt), code)
	for _, l := range s.lifespans() {
		text += fmt.Sprintf(", paid %s to %s", at(&l.StartedAt), at(l.EndedAt))
	}
	return text
}

func TestWhatASimulatedPlatformDoes(t *testing.T) {
	t.Parallel()
	const month = 31 * 24 * time.Hour
	for command, c := range map[string]struct {
		runs time.Duration
		want string
	}{
		"sleep 10":      {10 * time.Second, "ENDED 2s to 12s code 0, paid 2s to 12s"},
		"sleep 0":       {0, "ENDED 2s to 2.000001s code 0, paid 2s to 2.000001s"},
		"exit 0":        {0, "ENDED 2s to 2.000001s code 0, paid 2s to 2.000001s"},
		"exit 255":      {0, "ENDED 2s to 2.000001s code 255, paid 2s to 2.000001s"},
		"exit 256":      {time.Minute, "ENDED 2s to 1m2s code 0, paid 2s to 1m2s"},
		"rake db:seed":  {time.Minute, "ENDED 2s to 1m2s code 0, paid 2s to 1m2s"},
		"sleep 2678400": {month, "ENDED 2s to 744h0m2s code 0, paid 2s to 744h0m2s"},
		"sleep 2678401": {time.Minute, "ENDED 2s to 1m2s code 0, paid 2s to 1m2s"},
		"sleep -1":      {time.Minute, "ENDED 2s to 1m2s code 0, paid 2s to 1m2s"},
	} {
		t.Run(command, func(t *testing.T) {
			t.Parallel()
			s := newShop(t)
			start := s.Clock.Now()
			o := s.run(command)
			if got := s.shown(o, start); got != "STARTING - to - code -" {
				t.Errorf("ordered: %s", got)
			}
			o = s.later(oneoff.Started, o)
			if got := s.shown(o, start); c.runs > 0 && got != "RUNNING 2s to - code -, paid 2s to -" {
				t.Errorf("started: %s", got)
			}
			if got := s.shown(s.later(c.runs, o), start); got != c.want {
				t.Errorf("ended: %s, want %s", got, c.want)
			}
		})
	}
}

// A jump over both due times, and steps to each, come to the same.
func TestAJumpAndStepsComeToTheSame(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	start := s.Clock.Now()
	if got := s.shown(s.later(time.Hour, s.run("sleep 10")), start); got != "ENDED 2s to 12s code 0, paid 2s to 12s" {
		t.Errorf("%s", got)
	}
}

func TestStoppingOneOffs(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	start := s.Clock.Now()
	stop := func(o *ent.OneOff) string {
		o, err := s.OneOffs.Stop(s.ada, o.ID)
		if err != nil {
			return wrong(err)
		}
		return s.shown(o, start)
	}
	early := s.run("sleep 10")
	if got := stop(early); got != "ENDED - to 0s code -" {
		t.Errorf("stopped before it ran: %s", got)
	}
	if got := s.shown(s.later(time.Second, early), start); got != "ENDED - to 0s code -" {
		t.Errorf("started after it was stopped: %s", got)
	}
	o := s.later(oneoff.Started, s.run("sleep 60"))
	s.Clock.Move(time.Second)
	if got := stop(o); got != "ENDED 3s to 4s code -, paid 3s to 4s" {
		t.Errorf("stopped while it runs: %s", got)
	}
	if l := s.lifespans()[0]; *l.EndReason != "ENDED" {
		t.Errorf("its lifespan ended because of %s", *l.EndReason)
	}
	if got := s.shown(s.later(time.Hour, o), start); got != "ENDED 3s to 4s code -, paid 3s to 4s" {
		t.Errorf("an hour later: %s", got)
	}
	if got := stop(o); got != " WRONG_STATE" {
		t.Errorf("stopped twice: %s", got)
	}
	if got := stop(&ent.OneOff{ID: uuid.New()}); got != "NOT_FOUND" {
		t.Errorf("stopped what isn't there: %s", got)
	}
}

func TestEventsOfOneOffs(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	bob := s.Account("bob")
	s.Member(s.ada, s.app, "bob", bob, collaborator.RoleCOLLABORATOR)
	o, err := s.OneOffs.Run(bob, s.app.ID, "exit 3", "M")
	testkit.Must(t, o, err)
	s.later(oneoff.Started, o)
	o = s.run("sleep 10")
	_, err = s.OneOffs.Stop(bob, o.ID)
	testkit.Must(t, 0, err)
	want := []string{"one_off_ended", "one_off_started", "one_off_ended", "one_off_started"}
	if got := s.Timeline(s.ada, s.app.ID)[:4]; !slices.Equal(got, want) {
		t.Errorf("in the app's timeline %v", got)
	}
	if got := s.Timeline(s.ada, viewer.ID(s.ada))[:2]; !slices.Equal(got, []string{"one_off_started", "one_off_ended"}) {
		t.Errorf("in the owner's timeline: what she started, and what the platform ended: %v", got)
	}
	if got := s.Timeline(bob, viewer.ID(bob))[:2]; !slices.Equal(got, []string{"one_off_ended", "one_off_started"}) {
		t.Errorf("in the collaborator's timeline: %v", got)
	}
}

func wrong(err error) string { return testkit.InputErrors(err) }

func TestWhatCannotBeRun(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for name, c := range map[string]struct{ command, size, want string }{
		"nothing":             {"", "M", "command REQUIRED"},
		"spaces":              {"   ", "M", "command REQUIRED"},
		"nothing visible":     {"\u200b", "M", "command REQUIRED"},
		"two lines":           {"a\nb", "M", "command MALFORMED"},
		"a tab":               {"a\tb", "M", "command MALFORMED"},
		"a line separator":    {"a\u2028b", "M", "command MALFORMED"},
		"a terminal's escape": {"a\x1b[1mb", "M", "command MALFORMED"},
		"text reversed":       {"a\u202eb", "M", "command MALFORMED"},
		"no UTF-8":            {"a\xff", "M", "command MALFORMED"},
		"too long":            {strings.Repeat("é", 1001), "M", "command TOO_LONG"},
		"far too long":        {strings.Repeat(" ", 1<<20) + "a", "M", "command TOO_LONG"},
		"no such size":        {"a", "XXXL", "size NO_SUCH_PLAN"},
		"a database's plan":   {"a", "postgresql-s", "size NO_SUCH_PLAN"},
		"all wrong":           {"", "", "command REQUIRED, size NO_SUCH_PLAN"},
	} {
		if _, err := s.OneOffs.Run(s.ada, s.app.ID, c.command, c.size); wrong(err) != c.want {
			t.Errorf("%s: %s, want %s", name, wrong(err), c.want)
		}
	}
	if _, err := s.OneOffs.Run(s.ada, uuid.New(), "a", "M"); wrong(err) != "NOT_FOUND" {
		t.Errorf("no such app: %v", err)
	}
	if n := s.DB.OneOff.Query().CountX(s.ada); n != 0 {
		t.Errorf("%d were saved", n)
	}
	if o := s.run(`  echo "a  b" ` + strings.Repeat("é", 980)); !strings.HasPrefix(o.Command, `echo "a  b" é`) {
		t.Errorf("a command is changed to %q", o.Command)
	}
}

func TestTheGateOfOneOffs(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	running := s.run("sleep 60")
	s.OneOffs.Starts.Gate = platform.GateMethod
	if _, err := s.OneOffs.Run(s.ada, s.app.ID, "a", "M"); wrong(err) != " BILLING_REQUIRED" {
		t.Errorf("without a payment method: %v", err)
	}
	s.OneOffs.Starts.Gate = platform.GateNone
	system := viewer.AsSystem(t.Context())
	testkit.Must(t, 0, store.Do(system, s.DB, func(tx *ent.Tx) error {
		return tx.Account.UpdateOneID(viewer.ID(s.ada)).SetSuspendedAt(s.Clock.Now()).Exec(system)
	}))
	if _, err := s.OneOffs.Run(s.ada, s.app.ID, "a", "M"); wrong(err) != " ACCOUNT_SUSPENDED" {
		t.Errorf("suspended: %v", err)
	}
	if _, err := s.OneOffs.Stop(s.ada, running.ID); err != nil {
		t.Errorf("what is suspended can't be stopped: %v", err)
	}
}

func TestTheLimitsOfOneOffs(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	bob := s.Account("bob")
	s.Member(s.ada, s.app, "bob", bob, collaborator.RoleCOLLABORATOR)
	apps := []*ent.App{s.app}
	for n := range 5 {
		apps = append(apps, s.App(s.ada, fmt.Sprintf("shop-%d", n)))
	}
	s.later(oneoff.Started, s.run("exit 0")) // it doesn't count
	for _, a := range apps[1:] {
		for range 10 {
			o, err := s.OneOffs.Run(s.ada, a.ID, "sleep 60", "M")
			testkit.Must(t, o, err)
		}
	}
	if _, err := s.OneOffs.Run(s.ada, apps[1].ID, "a", "M"); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("the eleventh of an app: %v", err)
	}
	if _, err := s.OneOffs.Run(bob, s.app.ID, "a", "M"); wrong(err) != " LIMIT_REACHED" {
		t.Errorf("the 51st of an owner, by a collaborator who doesn't see the others: %v", err)
	}
	if _, err := s.OneOffs.Run(bob, s.App(bob, "bobs").ID, "a", "M"); err != nil {
		t.Errorf("those of another owner count: %v", err)
	}
	s.Clock.Move(time.Hour)
	s.RunDue(s.OneOffs.SimulateJob())
	s.run("a")
}

// Two who run one-offs on each other's apps at once don't wait for each other, and no
// limit is passed.
func TestManyRunOneOffsAtOnce(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	bob := s.Account("bob")
	bobs := s.App(bob, "bobs")
	s.Member(s.ada, s.app, "bob", bob, collaborator.RoleCOLLABORATOR)
	s.Member(bob, bobs, "ada", s.ada, collaborator.RoleCOLLABORATOR)
	var all sync.WaitGroup
	for range 12 {
		for _, who := range []context.Context{s.ada, bob} {
			for _, a := range []*ent.App{s.app, bobs} {
				all.Go(func() {
					if _, err := s.OneOffs.Run(who, a.ID, "a", "M"); err != nil && wrong(err) != " LIMIT_REACHED" {
						t.Error(err)
					}
				})
			}
		}
	}
	all.Wait()
	for _, a := range []*ent.App{s.app, bobs} {
		if n := s.DB.OneOff.Query().Where(entoneoff.AppID(a.ID)).CountX(s.ada); n != 10 {
			t.Errorf("%d run on %s", n, a.Name)
		}
	}
}

// U4: facts may arrive in any order and repeatedly, with the same result.
func TestU4_TheOrderOfFactsMakesNoDifference(t *testing.T) {
	t.Parallel()
	code := int32(7)
	for name, order := range map[string][]int{"in order": {0, 1}, "repeated": {0, 0, 1, 1, 0}, "shuffled": {1, 0}, "shuffled and repeated": {1, 1, 0, 1}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newShop(t)
			s.OneOffs.Simulated = false
			start := s.Clock.Now()
			o := s.run("rake")
			s.Clock.Move(time.Hour)
			facts := []oneoff.Fact{
				{OneOff: o.ID, State: oneoff.FactStarted, At: start.Add(3 * time.Second), Key: "started"},
				{OneOff: o.ID, State: oneoff.FactEnded, ExitCode: &code, At: start.Add(9 * time.Second), Key: "ended"},
			}
			for _, i := range order {
				testkit.Must(t, 0, s.report(facts[i]))
			}
			if got := s.shown(s.read(o), start); got != "ENDED 3s to 9s code 7, paid 3s to 9s" {
				t.Errorf("%s", got)
			}
			if got := s.Timeline(s.ada, s.app.ID); !slices.Equal(got, []string{"one_off_ended", "one_off_started", "app_created"}) {
				t.Errorf("recorded %v", got)
			}
		})
	}
}

func TestFactsThatCannotBe(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.OneOffs.Simulated = false
	start := s.Clock.Now()
	code, odd := int32(0), int32(256)
	o := s.run("rake")
	s.Clock.Move(time.Hour)
	at := func(seconds int) time.Time { return start.Add(time.Duration(seconds) * time.Second) }
	for _, c := range []struct {
		name string
		fact oneoff.Fact
		want string
	}{
		{"another one-off", oneoff.Fact{OneOff: uuid.New(), State: oneoff.FactStarted, At: at(1), Key: "a"}, "oneOffId WRONG_STATE"},
		{"a start with an exit code", oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, ExitCode: &code, At: at(1), Key: "a"}, "exitCode WRONG_STATE"},
		{"no exit code of a process", oneoff.Fact{OneOff: o.ID, State: oneoff.FactEnded, ExitCode: &odd, At: at(1), Key: "a"}, "exitCode OUT_OF_RANGE"},
		{"too early", oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: start.AddDate(0, -3, 0), Key: "a"}, "at TOO_OLD"},
		{"started", oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: at(5), Key: "a"}, "<nil>"},
		{"another fact of this key", oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: at(6), Key: "a"}, "key IDEMPOTENCY_CONFLICT"},
		{"ended before it started", oneoff.Fact{OneOff: o.ID, State: oneoff.FactEnded, ExitCode: &code, At: at(4), Key: "b"}, "at WRONG_STATE"},
		{"ended", oneoff.Fact{OneOff: o.ID, State: oneoff.FactEnded, ExitCode: &code, At: at(9), Key: "b"}, "<nil>"},
		{"started after it had ended", oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: at(10), Key: "c"}, "at WRONG_STATE"},
		{"ended once more", oneoff.Fact{OneOff: o.ID, State: oneoff.FactEnded, ExitCode: &code, At: at(11), Key: "d"}, "<nil>"},
	} {
		if err := s.report(c.fact); wrong(err) != c.want {
			t.Errorf("%s: %s, want %s", c.name, wrong(err), c.want)
		}
	}
	if got := s.shown(s.read(o), start); got != "ENDED 5s to 9s code 0, paid 5s to 9s" {
		t.Errorf("%s", got)
	}
}

// What the customer asked to stop isn't paid for, and doesn't run again, whatever is
// reported later.
func TestM4_LateFactsBringNothingBack(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.OneOffs.Simulated = false
	start := s.Clock.Now()
	code := int32(137)
	o := s.run("rake")
	s.Clock.Move(10 * time.Second)
	_, err := s.OneOffs.Stop(s.ada, o.ID)
	testkit.Must(t, 0, err)
	s.Clock.Move(time.Hour)
	testkit.Must(t, 0, s.report(
		oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: start.Add(11 * time.Second), Key: "a"},
		oneoff.Fact{OneOff: o.ID, State: oneoff.FactEnded, ExitCode: &code, At: start.Add(12 * time.Second), Key: "b"}))
	if got := s.shown(s.read(o), start); got != "ENDED - to 10s code -" {
		t.Errorf("it was stopped before it ran: %s", got)
	}
	testkit.Must(t, 0, s.report(oneoff.Fact{OneOff: o.ID, State: oneoff.FactStarted, At: start.Add(4 * time.Second), Key: "c"}))
	if got := s.shown(s.read(o), start); got != "ENDED 4s to 10s code -, paid 4s to 10s" {
		t.Errorf("it had run when it was stopped: %s", got)
	}
	if got := s.Timeline(s.ada, s.app.ID); !slices.Equal(got, []string{"one_off_ended", "one_off_started", "app_created"}) {
		t.Errorf("recorded %v", got)
	}
}

// M7: each one-off of seconds is billed for a minute, and all of them are one line: a
// minute alone is less than a cent and would be free.
func TestM7_AHundredOneOffsOfSecondsAreNotFree(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.Clock.Move(s.Clock.Now().Add(time.Minute).Truncate(time.Minute).Sub(s.Clock.Now())) // seconds of one minute
	from := s.Clock.Now()
	for range 50 {
		s.run("sleep 3")
		s.run("exit 1")
		s.Clock.Move(2 * time.Minute)
		for range 2 { // they start, and those that sleep end
			s.RunDue(s.OneOffs.SimulateJob())
		}
	}
	u, err := s.Meter.Usage(s.ada, metering.Period{From: from.Add(-time.Hour), To: from.Add(24 * time.Hour)}, metering.Wanted{Rows: metering.ByResource})
	if testkit.Must(t, u, err); len(u.Rows) != 1 || *u.Rows[0].Kind != "ONE_OFF" || *u.Rows[0].UnitMinutes != 100 || *u.Rows[0].Resource != "" {
		t.Fatalf("%d rows: %+v", len(u.Rows), u.Rows)
	}
	want, err := money.FromMicros(int64(*u.Rows[0].MicrosPerHour), 100)
	if testkit.Must(t, want, err); want == 0 || u.Total != want || u.Rows[0].Amount != want {
		t.Errorf("a hundred one-offs cost %v, want %v", u.Total, want)
	}
}

// Of one-offs that have ended, nothing more is ordered.
func TestADeletedAppCostsNothing(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	start := s.Clock.Now()
	s.later(oneoff.Started, s.run("exit 0"))
	running := s.run("sleep 600")
	s.later(oneoff.Started, running)
	s.Clock.Move(time.Minute)
	testkit.Must(t, 0, s.Apps.Delete(s.ada, s.app.ID, "shop"))
	all := s.lifespans()
	if len(all) != 2 || *all[0].EndReason != string(usage.Ended) || *all[1].EndReason != string(usage.Deleted) || !all[1].EndedAt.Equal(start.Add(64*time.Second)) {
		t.Errorf("lifespans %v", all)
	}
	system := viewer.AsSystem(t.Context())
	if n := s.DB.OneOff.Query().CountX(system); n != 0 {
		t.Errorf("%d are left", n)
	}
	if n := s.DB.UsageChange.Query().CountX(system); n != 2+3+1+1 { // orders, facts, an end, and the deletion of what ran
		t.Errorf("%d orders and facts", n)
	}
	s.Clock.Move(time.Hour)
	s.RunDue(s.OneOffs.SimulateJob())
}

func TestOneOffsAreListedNewestFirst(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for n := range 3 {
		s.run(fmt.Sprintf("exit %d", n))
	}
	two := int32(2)
	c, err := s.OneOffs.Page(s.ada, s.app.ID, page.Args{First: &two})
	testkit.Must(t, c, err)
	n, err := c.TotalCount(s.ada)
	if testkit.Must(t, n, err); n != 3 || len(c.Edges) != 2 || !c.PageInfo.HasNextPage || c.Edges[0].Node.Command != "exit 2" || c.Edges[1].Node.Command != "exit 1" {
		t.Errorf("%d, %+v", n, c)
	}
}

// What an account ran stays on other people's apps under a pseudonym.
func TestOneOffsOfADeletedAccount(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	bob := s.Account("bob")
	s.Member(s.ada, s.app, "bob", bob, collaborator.RoleCOLLABORATOR)
	own := s.run("a")
	o, err := s.OneOffs.Run(bob, s.app.ID, "b", "M")
	testkit.Must(t, o, err)
	var b strings.Builder
	testkit.Must(t, 0, s.OneOffs.Holding().Files[0].Write(s.ada, &b, nil))
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if testkit.Must(t, rows, err); len(rows) != 3 || rows[2][7] != "bob" || rows[2][3] != "b" {
		t.Errorf("exported %v", rows)
	}
	b.Reset()
	testkit.Must(t, 0, s.OneOffs.Holding().Files[0].Write(bob, &b, nil))
	if rows := strings.Split(strings.TrimSpace(b.String()), "\n"); len(rows) != 2 || !strings.Contains(rows[1], ",shop,b,M,STARTING,,bob,,") {
		t.Errorf("bob's are %q", rows)
	}
	testkit.Must(t, 0, s.OneOffs.Holding().Anonymize(bob, "deleted-1"))
	if a, b := s.read(own).StartedByName, s.read(o).StartedByName; a != "ada" || b != "deleted-1" {
		t.Errorf("started by %s and %s", a, b)
	}
}

// R98: a size that isn't sold is repeated as far as it could be one.
func TestR98_AWrongSizeOfAOneOffIsCutInTheMessage(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	_, err := s.OneOffs.Run(s.ada, s.app.ID, "a", "\u202eXXL\x1b"+strings.Repeat("!", 200_000))
	all, _ := problem.InputsOf(err)
	if len(all) != 1 || all[0].Message.String() != "There is no container size XXL"+strings.Repeat("!", 37)+". Choose one from the catalog." {
		t.Errorf("%.200v", err)
	}
}

// What was due while the server was away for months has started and ended, if late.
func TestTheSimulatedPlatformWasAwayForMonths(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	for _, command := range []string{"sleep 10", "exit 3"} {
		if o := s.later(100*24*time.Hour, s.run(command)); o.Status != entoneoff.StatusENDED || o.ExitCode == nil {
			t.Errorf("%s: %s", command, o.Status)
		}
	}
}

// An app may be deleted while its one-offs are exported: they are gone with it.
func TestOneOffsOfAnAppThatIsDeletedAreNotExported(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	s.run("rake")
	queries := 0
	s.DB.App.Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			if queries++; queries > 1 { // the first one lists the own apps
				q.(*ent.AppQuery).Where(app.ID(uuid.Nil))
			}
			return next.Query(ctx, q)
		})
	}))
	var b strings.Builder
	testkit.Must(t, 0, s.OneOffs.Holding().Files[0].Write(s.ada, &b, nil))
	if strings.Count(b.String(), "\n") != 1 || queries < 2 {
		t.Errorf("exported %s", b.String())
	}
}
