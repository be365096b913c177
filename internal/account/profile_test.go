package account_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"portico/ent"
	entaccount "portico/ent/account"
	"portico/internal/account"
	"portico/internal/auth"
	"portico/internal/page"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

func wrong(err error) string { return testkit.InputErrors(err) }

func p[T any](v T) *T { return &v }

// events are the events of an account, newest first.
func events(t *testing.T, w *testkit.World, a *ent.Account) []*timeline.Edge {
	t.Helper()
	c, err := w.Log.Page(auth.As(t.Context(), a), a.ID, page.Args{First: p(int32(100))}, timeline.Filter{})
	return testkit.Must(t, c, err).Edges
}

// Each part of a profile is changed by itself, tidied, and told of; the same
// again changes nothing and is not told of.
func TestProfileFields(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	got := func(a *ent.Account) string {
		return fmt.Sprint(a.Username, "|", a.FullName, "|", a.Location, "|", a.Company, "|", a.Newsletter, "|", a.Language, "|", a.Theme, "|", a.TimeZone)
	}
	seen := map[timeline.ProfileField]bool{}
	for _, c := range []struct {
		change account.ProfileChange
		want   string
		fields string
	}{
		{account.ProfileChange{}, "ada||||false|EN|SYSTEM|UTC", ""},
		{account.ProfileChange{FullName: p("  Ada \t King\n")}, "ada|Ada King|||false|EN|SYSTEM|UTC", "FULL_NAME"},
		{account.ProfileChange{Location: p("London")}, "ada|Ada King|London||false|EN|SYSTEM|UTC", "LOCATION"},
		{account.ProfileChange{Company: p("Analytical\x00 Engines")}, "ada|Ada King|London|Analytical Engines|false|EN|SYSTEM|UTC", "COMPANY"},
		{account.ProfileChange{Newsletter: p(true)}, "ada|Ada King|London|Analytical Engines|true|EN|SYSTEM|UTC", "NEWSLETTER"},
		{account.ProfileChange{Theme: p(entaccount.ThemeDARK)}, "ada|Ada King|London|Analytical Engines|true|EN|DARK|UTC", "THEME"},
		{account.ProfileChange{TimeZone: p("Europe/Paris")}, "ada|Ada King|London|Analytical Engines|true|EN|DARK|Europe/Paris", "TIME_ZONE"},
		{account.ProfileChange{Username: p("ada-king")}, "ada-king|Ada King|London|Analytical Engines|true|EN|DARK|Europe/Paris", "USERNAME"},
		{account.ProfileChange{FullName: p(""), Newsletter: p(false), Language: p(entaccount.LanguageFR), Theme: p(entaccount.ThemeDARK)}, "ada-king||London|Analytical Engines|false|FR|DARK|Europe/Paris", "FULL_NAME NEWSLETTER LANGUAGE"},
	} {
		for again := range 2 {
			a, err := w.Profiles.Update(ada, c.change)
			testkit.Must(t, a, err)
			if got(a) != c.want || got(w.DB.Account.GetX(ada, a.ID)) != c.want {
				t.Errorf("%s, stored %s, want %s", got(a), got(w.DB.Account.GetX(ada, a.ID)), c.want)
			}
			if v, _ := viewer.From(ada); v.Username != a.Username || v.Language != string(a.Language) {
				t.Errorf("the rest of the request is %+v's", v)
			}
			edges := events(t, w, a)
			e, ok := edges[0].Node.(*timeline.ProfileUpdatedEvent)
			if c.fields == "" {
				if len(edges) != 1 {
					t.Errorf("nothing was changed: %v", edges[0].Node)
				}
				continue
			}
			if !ok || strings.Trim(fmt.Sprint(e.Fields), "[]") != c.fields || e.Actor.Account.Username != a.Username {
				t.Errorf("told: %+v, want %s", edges[0].Node, c.fields)
			}
			if again == 0 {
				for _, f := range e.Fields {
					seen[f] = true
				}
			} else if n := slices.IndexFunc(edges, func(o *timeline.Edge) bool { return o != edges[0] && reflect.DeepEqual(o.Node, e) }); n >= 0 {
				t.Error("told twice")
			}
		}
	}
	if n := reflect.TypeFor[account.ProfileChange]().NumField(); len(seen) != n {
		t.Errorf("%d of %d fields were told of", len(seen), n)
	}
	if n := len(events(t, w, w.DB.Account.GetX(ada, viewer.ID(ada)))); n != 9 {
		t.Errorf("%d events, want one of each change and the account's", n)
	}
}

// Everything that is wrong is told at once, in the order of the form, and then
// nothing is changed.
func TestProfileProblems(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	w.Account("eve")
	long := p(strings.Repeat("é", 101))
	for _, c := range []struct {
		change account.ProfileChange
		want   string
	}{
		{account.ProfileChange{Username: p("A")}, "username TOO_SHORT"},
		{account.ProfileChange{Username: p("")}, "username REQUIRED"},
		{account.ProfileChange{Username: p("admin")}, "username RESERVED"},
		{account.ProfileChange{Username: p("eve")}, "username TAKEN"},
		{account.ProfileChange{Username: p("eve"), FullName: p("Ada")}, "username TAKEN"},
		{account.ProfileChange{TimeZone: p("Mars/Base")}, "timeZone MALFORMED"},
		{account.ProfileChange{TimeZone: p("posixrules")}, "timeZone MALFORMED"},
		{account.ProfileChange{TimeZone: p("")}, "timeZone MALFORMED"},
		{account.ProfileChange{TimeZone: p("Local")}, "timeZone MALFORMED"},
		{account.ProfileChange{TimeZone: p("europe/paris ")}, "timeZone MALFORMED"},
		{account.ProfileChange{TimeZone: p("../../etc/passwd")}, "timeZone MALFORMED"},
		{account.ProfileChange{TimeZone: p("/etc/localtime")}, "timeZone MALFORMED"},
		{account.ProfileChange{TimeZone: p("Europe/Paris\x00")}, "timeZone MALFORMED"},
		{account.ProfileChange{Username: p("-"), FullName: long, Location: long, Company: long, TimeZone: p("x"), Newsletter: p(true)}, "username TOO_SHORT, fullName TOO_LONG, location TOO_LONG, company TOO_LONG, timeZone MALFORMED"},
	} {
		if _, err := w.Profiles.Update(ada, c.change); wrong(err) != c.want {
			t.Errorf("%s, want %s", wrong(err), c.want)
		}
	}
	a := w.DB.Account.GetX(ada, viewer.ID(ada))
	if a.Username != "ada" || a.FullName != "" || a.Newsletter || len(events(t, w, a)) != 1 {
		t.Errorf("changed: %+v", a)
	}
}

// Changes side by side come one after the other: what the last one tells of is
// what it changed.
func TestProfileChangesAtOnce(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	id := viewer.ID(ada)
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			ctx := viewer.With(t.Context(), viewer.Viewer{AccountID: id, Username: "ada"})
			if _, err := w.Profiles.Update(ctx, account.ProfileChange{FullName: p("Ada King")}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := w.Timeline(ada, id); !slices.Equal(got, []string{"profile_updated", "account_created"}) {
		t.Errorf("told of %v", got)
	}
}

func TestCurrent(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	if a, err := account.Current(ada, w.DB); err != nil || a.Username != "ada" {
		t.Errorf("%v, %v", a, err)
	}
	if a, err := account.Current(viewer.WithNobody(t.Context()), w.DB); err != nil || a != nil {
		t.Errorf("%v, %v", a, err)
	}
	if _, err := w.Profiles.Update(viewer.WithNobody(t.Context()), account.ProfileChange{FullName: p("x")}); err == nil {
		t.Error("nobody has a profile")
	}
}
