package notify_test

import (
	"testing"
	"time"

	"portico/ent"
	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/testkit"
)

// post puts an email into the outbox of a world.
func post(w *testkit.World, l notify.Written) {
	w.T.Helper()
	if l.Kind == "" {
		l.Kind = "test"
	}
	if l.Subject == "" {
		l.Subject = "Something happened"
	}
	l.Lang = "EN"
	testkit.Must(w.T, 0, store.Do(w.T.Context(), w.DB, func(tx *ent.Tx) error {
		return w.Outbox.Post(w.T.Context(), tx, [16]byte{}, l)
	}))
}

// Emails are forgotten after a month, sent or not.
func TestEmailsAreForgotten(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	post(w, notify.Written{To: "ada@example.com"})
	for _, c := range []struct {
		pass time.Duration
		want int
	}{{0, 1}, {30*24*time.Hour - time.Minute, 1}, {2 * time.Minute, 0}} {
		w.Clock.Move(c.pass)
		testkit.Must(t, 0, w.Outbox.Sweep(t.Context()))
		if got := len(w.EmailKinds("ada@example.com")); got != c.want {
			t.Errorf("after %v there are %d", c.pass, got)
		}
	}
}
