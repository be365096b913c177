package sandbox_test

import (
	"errors"
	"testing"

	"portico/ent/account"
	"portico/ent/addon"
	"portico/ent/app"
	"portico/internal/auth"
	"portico/internal/browser"
	"portico/internal/metering"
	"portico/internal/sandbox"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// The demo accounts have verified emails, and their story of ten weeks sends no
// email.
func TestDemoDataMailNothing(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	testkit.Must(t, 0, sandbox.Seed(t.Context(), w.Dependencies))
	for _, a := range w.DB.Account.Query().AllX(viewer.AsSystem(t.Context())) {
		if got := w.EmailKinds(a.Email); len(got) > 0 || a.EmailVerifiedAt == nil {
			t.Errorf("%s: emails %v, verified at %v", a.Username, got, a.EmailVerifiedAt)
		}
	}
	ctx := browser.With(viewer.WithNobody(t.Context()), browser.Browser{})
	testkit.Must(t, 0, w.Recovery.Request(ctx, sandbox.DemoUsername+"@example.com"))
	testkit.Must(t, 0, w.Recovery.AnswerJob().Run(t.Context()))
	if got := w.EmailKinds(sandbox.DemoUsername + "@example.com"); len(got) != 1 {
		t.Errorf("emails to the demo account: %v", got)
	}
	if err := sandbox.Seed(t.Context(), w.Dependencies); !errors.Is(err, sandbox.ErrNotEmpty) {
		t.Errorf("a second time: %v", err)
	}
}

// The demo account's apps run, and have cost something.
func TestDemoAppsRun(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	testkit.Must(t, 0, sandbox.Seed(t.Context(), w.Dependencies))
	demo := auth.As(t.Context(), w.DB.Account.Query().Where(account.Username(sandbox.DemoUsername)).OnlyX(viewer.AsSystem(t.Context())))
	if n := w.DB.App.Query().Where(app.StatusEQ(app.StatusRUNNING)).CountX(demo); n != 3 {
		t.Errorf("%d apps run, want 3", n)
	}
	if n := w.DB.Addon.Query().Where(addon.StatusEQ(addon.StatusRUNNING)).CountX(demo); n != 3 {
		t.Errorf("%d add-ons run, want 3", n)
	}
	now := w.Clock.Now()
	u, err := w.Meter.Usage(demo, metering.Period{From: now.AddDate(0, -3, 0), To: now}, metering.Wanted{Rows: metering.ByResource})
	if testkit.Must(t, u, err); len(u.Rows) != 7 || u.Total < 1000 {
		t.Errorf("it used %d things for %d cents", len(u.Rows), u.Total)
	}
}
