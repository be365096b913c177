package assembly_test

import (
	"reflect"
	"testing"
	"time"

	"portico/internal/attempt"
	"portico/internal/platform"
	"portico/internal/testkit"
)

// R92: limits go by real time, whatever they limit: anyone in a sandbox may move business
// time ahead, and would have all of a limit again.
func TestR92_LimitsGoByRealTime(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Business.Set(time.Hour)
	found := map[string]int{}
	limiters(reflect.ValueOf(w.Domains), func(name string, now time.Time) {
		found[name]++
		if !now.Equal(w.Now()) {
			t.Errorf("a %s goes by %v, and it is %v", name, now, w.Now())
		}
	})
	if found["attempt.Limiter"] < 10 || found["platform.Denials"] == 0 {
		t.Errorf("only %v are found: the search is broken", found)
	}
}

// limiters visits what the domains limit with.
func limiters(v reflect.Value, visit func(name string, now time.Time)) {
	switch v.Type() {
	case reflect.TypeFor[attempt.Limiter]():
		visit("attempt.Limiter", v.Interface().(attempt.Limiter).Now())
		return
	case reflect.TypeFor[*platform.Denials]():
		visit("platform.Denials", v.Interface().(*platform.Denials).Now())
		return
	}
	if v.Kind() != reflect.Struct {
		return
	}
	for field, value := range v.Fields() {
		if field.IsExported() {
			limiters(value, visit)
		}
	}
}

// R92: nor does an account have its invitations again, which others find in their
// timelines (R87).
func TestR92_TheClockOfASandboxGivesNoMoreInvitations(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada := w.Verified("ada")
	w.Account("bob")
	app := w.App(ada, "shop")
	invite := func() error {
		c, err := w.Collaborators.Invite(ada, app.ID, "bob", "LIMITED")
		if err != nil {
			return err
		}
		return w.Collaborators.Remove(ada, c.ID)
	}
	for range 200 {
		testkit.Must(t, 0, invite())
	}
	w.Business.Set(time.Hour)
	if got := testkit.InputErrors(invite()); got != " LIMIT_REACHED" {
		t.Errorf("once the clock was moved: %q", got)
	}
}
