package timeline_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/ent/collaborator"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Any filter with any page lets through what a plain filter over the whole
// timeline would.
func TestFiltersAreThoseOfAPlainList(t *testing.T) {
	t.Parallel()
	w, ada, bob := testkit.WithAccounts(t, "ada", "bob")
	shop, press := w.App(ada, "shop"), w.App(ada, "press")
	w.Member(ada, shop, "bob", bob, collaborator.RoleLIMITED)
	for n := range 12 {
		w.Clock.Move(time.Duration(n%4) * 250 * time.Millisecond) // some at the same instant, some at a whole second
		w.Deploy(ada, shop, "one")
		w.Deploy(bob, shop, "two")
		w.Deploy(ada, press, "three")
		testkit.Must(t, 0, act(ada, w.Log, n))
	}
	whole := map[string][]*timeline.Edge{
		"own": all(t, ada, w.Log, viewer.ID(ada), timeline.Filter{}), "shop": all(t, ada, w.Log, shop.ID, timeline.Filter{}),
	}
	streams := map[string]context.Context{"own": ada, "shop": ada}
	kinds := []timeline.EventType{"app_deployed", "app_created", "ssh_key_added", "collaborator_invited", "account_created", "git_push_denied"}
	apps := []gid.ID{shop.GlobalID(), press.GlobalID(), {Kind: gid.App}, {Kind: gid.SSHKey, UUID: shop.ID}, {}}
	rapid.Check(t, func(t *rapid.T) {
		which := rapid.SampledFrom([]string{"own", "shop"}).Draw(t, "stream")
		id := viewer.ID(streams[which])
		if which == "shop" {
			id = shop.ID
		}
		edges := whole[which]
		instant := func(name string) *time.Time {
			if !rapid.Bool().Draw(t, name) {
				return nil
			}
			at := timeline.HeadOf(rapid.SampledFrom(edges).Draw(t, name+" of").Node).OccurredAt.
				Add(time.Duration(rapid.IntRange(-1, 1).Draw(t, name+" off")) * time.Microsecond).
				In(time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, name+" zone")*3600))
			return &at
		}
		f := timeline.Filter{From: instant("from"), To: instant("to")}
		if rapid.Bool().Draw(t, "types") {
			f.Types = rapid.SliceOfN(rapid.SampledFrom(kinds), 0, 3).Draw(t, "types are")
		}
		if rapid.Bool().Draw(t, "app") {
			a := rapid.SampledFrom(apps).Draw(t, "app is")
			f.App = &a
		}
		var want []string
		for _, e := range slices.Backward(edges) {
			if passes(f, timeline.HeadOf(e.Node)) {
				want = append(want, e.Cursor)
			}
		}
		size := rapid.Int32Range(1, 30).Draw(t, "size")
		var got []string
		for args := (page.Args{First: &size}); ; {
			c, err := w.Log.Page(streams[which], id, args, f)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range c.Edges {
				got = append(got, e.Cursor)
			}
			if !c.PageInfo.HasNextPage {
				break
			}
			args.After = c.PageInfo.EndCursor
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%d events, want %d", len(got), len(want))
		}
	})
}

func passes(f timeline.Filter, h *timeline.Head) bool {
	switch {
	case f.Types != nil && !slices.Contains(f.Types, h.Type):
	case f.App != nil && (h.App == nil || h.App.ID != *f.App):
	case f.From != nil && h.OccurredAt.Before(*f.From):
	case f.To != nil && !h.OccurredAt.Before(*f.To):
	default:
		return true
	}
	return false
}
