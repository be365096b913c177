package sandbox_test

import (
	"errors"
	"testing"

	"portico/internal/browser"
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
