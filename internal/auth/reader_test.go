package auth_test

import (
	"testing"

	"portico/ent"
	"portico/internal/apitoken"
	"portico/internal/i18n"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// Whoever asks, with a session or a token, reads in the language and the time zone of
// their account, also once these have changed.
func TestViewersReadAsTheirAccountSays(t *testing.T) {
	t.Parallel()
	w, b := testkit.WithSignedIn(t, "ada")
	made, err := w.Tokens.Create(b.Request(), apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	testkit.Must(t, made, err)
	edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetLanguage("FR").SetTimeZone("Europe/Paris") })
	session, _ := viewer.From(b.Request())
	token, _, err := w.Tokens.Find(t.Context(), made.Text, "192.0.2.7")
	testkit.Must(t, token, err)
	for name, v := range map[string]viewer.Viewer{"session": session, "token": token} {
		if got := v.Reader(); got != (i18n.Reader{Language: "FR", TimeZone: "Europe/Paris"}) {
			t.Errorf("the %s reads as %+v", name, got)
		}
	}
}
