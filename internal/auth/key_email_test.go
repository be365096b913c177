package auth_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"portico/ent"
	"portico/internal/apitoken"
	"portico/internal/testkit"
)

// Keys and tokens that are added are emailed, in the account's language, with from
// where; what is taken away is not, and no email has a secret of theirs.
func TestKeysAndTokensAreMailed(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetLanguage("FR").SetTimeZone("Europe/Paris") })
	b := w.SignedIn("ada")
	k, err := w.Keys.Add(b.Request(), "laptop", testkit.PublicKey(t))
	testkit.Must(t, k, err)
	l := w.Email("ada@example.com")
	if l.Kind != "ssh_key_added" || l.Subject != "Clé SSH ajoutée à votre compte" || !strings.Contains(l.Lines[0], "laptop") ||
		!strings.Contains(fmt.Sprint(l.Facts), "SHA256:") || !strings.Contains(fmt.Sprint(l.Facts), "192.0.2.7") || len(l.After) != 1 {
		t.Errorf("%+v", l)
	}
	made, err := w.Tokens.Create(b.Request(), apitoken.NewToken{Name: "program", Scopes: []string{"KEYS_READ"}})
	testkit.Must(t, made, err)
	renewed, err := w.Tokens.Renew(b.Request(), made.Token.ID)
	testkit.Must(t, renewed, err)
	if l := w.Email("ada@example.com"); !strings.Contains(l.Lines[0], renewed.Token.LastFour) || strings.Contains(fmt.Sprint(l), renewed.Text) {
		t.Errorf("%+v", l)
	}
	testkit.Must(t, 0, w.Tokens.Revoke(b.Request(), made.Token.ID))
	testkit.Must(t, 0, w.Keys.Remove(b.Request(), k.ID))
	want := []string{"ssh_key_added", "api_token_created", "api_token_renewed"}
	if got := w.EmailKinds("ada@example.com"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
