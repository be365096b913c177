package notify_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/request"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

var update = flag.Bool("update", false, "rewrite the golden emails")

// The same email to a reader of each language, whole: its sentences, the time in the
// reader's time zone, the device, the signs between.
func TestEmailInEachLanguage(t *testing.T) {
	t.Parallel()
	for lang, zone := range map[string]string{"EN": "America/New_York", "FR": "Europe/Paris"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			tellOfLogin(w, lang, zone)
			e := w.Email("ada@example.com")
			plain, html, err := e.Bodies("https://portico.test")
			testkit.Must(t, plain, err)
			golden(t, lang+".txt", "Subject: "+e.Subject+"\n\n"+plain)
			golden(t, lang+".html", html)
		})
	}
}

// tellOfLogin posts an email with everything that one can have to the account ada.
func tellOfLogin(w *testkit.World, lang, zone string) {
	w.T.Helper()
	ctx := viewer.AsSystem(request.WithOrigin(w.T.Context(), request.Origin{Address: "192.0.2.7", Device: "Firefox on Linux"}))
	at := time.Date(2026, time.February, 28, 23, 5, 0, 0, time.UTC)
	o := w.Outbox
	o.Now = func() time.Time { return at }
	a := w.DB.Account.GetX(ctx, viewer.ID(w.Account("ada")))
	testkit.Must(w.T, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		a, err := tx.Account.UpdateOne(a).SetLanguage(account.Language(lang)).SetTimeZone(zone).Save(ctx)
		if err != nil {
			return err
		}
		return o.Tell(ctx, tx, a, notify.Email{
			Kind:    "test",
			Subject: i18n.Msg("Sign-in with your password is locked"),
			Lines: []i18n.Message{
				i18n.Msg("Someone signed in to your account %s from a new browser.", "ada"),
				i18n.Msg("We received a request to reset the password of your account %s. The link expires in %s.", "ada", i18n.Duration(30*time.Minute)),
				i18n.Msg("We'll permanently delete your personal data on %s. Changed your mind? Until then, you can keep your account with the link below.", i18n.Instant(at.AddDate(0, 0, 14))),
			},
			Code:   "1234 5678",
			Button: &notify.Button{Label: i18n.Msg("Unlock"), Path: "/unlock", Secret: "s3cret"},
			Other:  &notify.Button{Label: i18n.Msg("Review your API tokens"), Path: "/api-tokens"},
			Facts:  []notify.Fact{{Name: i18n.Msg("Fingerprint"), Value: i18n.Text("SHA256:abc")}},
		})
	}))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "email."+strings.ToLower(name))
	if *update {
		testkit.Must(t, 0, os.MkdirAll("testdata", 0o755))
		testkit.Must(t, 0, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	if testkit.Must(t, string(want), err) != got {
		t.Errorf("%s differs; it is now\n%s", path, got)
	}
}
