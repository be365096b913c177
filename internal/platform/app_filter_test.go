package platform_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"portico/ent"
	"portico/ent/app"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A shelf is some apps of Ada's in each status, and one of Eve's that she collaborates on.
func shelf(t *testing.T) (w *testkit.World, ada context.Context) {
	w = testkit.New(t)
	ada, eve := w.Verified("ada"), w.Verified("eve")
	shared := w.App(eve, "eves-shop")
	w.Member(eve, shared, "ada", ada, "LIMITED")
	w.App(eve, "eves-own-shop")
	set := func(a *ent.App, to app.Status) {
		platform := viewer.AsSystem(t.Context())
		testkit.Must(t, 0, store.Do(platform, w.DB, func(tx *ent.Tx) error {
			return tx.App.UpdateOneID(a.ID).SetStatus(to).Exec(platform)
		}))
	}
	set(w.App(ada, "shop"), app.StatusRUNNING)
	set(w.App(ada, "shop-2"), app.StatusSTOPPED)
	set(w.App(ada, "loom"), app.StatusSTARTING)
	set(shared, app.StatusRUNNING)
	w.App(ada, "bishop")
	return w, ada
}

func TestAppsAreFilteredByStatusAndName(t *testing.T) {
	t.Parallel()
	w, ada := shelf(t)
	of := func(all ...app.Status) platform.Filter { return platform.Filter{Status: all} }
	called := func(name string) platform.Filter { return platform.Filter{Name: &name} }
	both := called("shop")
	both.Status = []app.Status{app.StatusRUNNING, app.StatusNEW}
	for name, c := range map[string]struct {
		filter platform.Filter
		want   string
	}{
		"nothing":                {platform.Filter{}, "bishop eves-shop loom shop shop-2"},
		"a status":               {of(app.StatusRUNNING), "eves-shop shop"},
		"two statuses":           {of(app.StatusSTOPPED, app.StatusSTARTING), "loom shop-2"},
		"no status":              {platform.Filter{Status: []app.Status{}}, ""},
		"a part of the name":     {called("shop"), "bishop eves-shop shop shop-2"},
		"with a dash":            {called("p-"), "shop-2"},
		"in capitals":            {called("SHOP"), "bishop eves-shop shop shop-2"},
		"status and name":        {both, "bishop eves-shop shop"},
		"an empty name":          {called(""), "bishop eves-shop loom shop shop-2"},
		"any text":               {called("%"), ""},
		"any character":          {called("sh_p"), ""},
		"an escape":              {called(`\`), ""},
		"a space":                {called("shop 2"), ""},
		"what is no text":        {called("\xff\x00"), ""},
		"48 characters":          {called(strings.Repeat("a", 48)), ""},
		"more than any name has": {called(strings.Repeat("a", 49)), ""},
	} {
		c1, err := w.Apps.Page(ada, page.Args{}, c.filter)
		var got []string
		for _, e := range testkit.Must(t, c1, err).Edges {
			got = append(got, e.Node.Name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
		n, err := c1.TotalCount(ada)
		if testkit.Must(t, n, err); int(n) != len(got) {
			t.Errorf("%s: %d in all, %d are listed", name, n, len(got))
		}
	}
}

// The pages of a filtered list follow each other, and a filter excuses no wrong cursor.
func TestFilteredAppsComeInPages(t *testing.T) {
	t.Parallel()
	w, ada := shelf(t)
	part, one := "shop", int32(1)
	var got []string
	for args := (page.Args{First: &one}); ; {
		c, err := w.Apps.Page(ada, args, platform.Filter{Name: &part})
		for _, e := range testkit.Must(t, c, err).Edges {
			got = append(got, e.Node.Name)
		}
		if !c.PageInfo.HasNextPage {
			break
		}
		args.After = c.PageInfo.EndCursor
	}
	if !slices.Equal(got, []string{"bishop", "eves-shop", "shop", "shop-2"}) {
		t.Errorf("page by page: %v", got)
	}
	nobody, bad := "?", "x"
	if _, err := w.Apps.Page(ada, page.Args{After: &bad}, platform.Filter{Name: &nobody}); wrong(err) != "BAD_USER_INPUT" {
		t.Errorf("a wrong cursor: %v", err)
	}
}
