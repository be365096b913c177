package auth_test

import (
	"strings"
	"testing"

	"golang.org/x/text/secure/precis"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"portico/ent"
	"portico/internal/passwords"
	"portico/internal/signin"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A password of one person, who types it on keyboards that compose characters and
// on keyboards that do not, with one space or another.
var (
	composed   = norm.NFC.String("Žluťoučký kůň pěl ódy")
	decomposed = norm.NFD.String("Žluťoučký\u00a0kůň pěl\u3000ódy")
)

// R60: a password is normalized as the OpaqueString profile says, wherever that
// takes it at all.
func TestR60_NormalizedIsOpaqueString(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.OneOf(rapid.String(), rapid.StringMatching("[a-zé\u0301\u00a0\u3000ﬁＡ각ㄱ ]{1,20}")).Draw(t, "password")
		got := passwords.Normalized(typed)
		if want, err := precis.OpaqueString.String(typed); err == nil && got != want {
			t.Errorf("%+q is %+q, but %+q by the profile", typed, got, want)
		}
		if again := passwords.Normalized(got); again != got {
			t.Errorf("%+q becomes %+q", got, again)
		}
	})
	for _, emoji := range []string{"👩‍👩‍👧", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"} {
		if got := passwords.Normalized(emoji); got != emoji {
			t.Errorf("%s becomes %+q", emoji, got)
		}
	}
}

// R60: in which form a password is typed makes no difference: at sign-up and
// sign-in, in sudo mode, when it is changed and when it is reset.
func TestR60_APasswordIsTheSameFromEveryKeyboard(t *testing.T) {
	t.Parallel()
	for name, c := range map[string][2]string{"set composed": {composed, decomposed}, "set decomposed": {decomposed, composed}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			b, first, other := w.Browser(), c[0], c[1]
			testkit.Must(t, 0, second(w.Accounts.SignUp(b.Request(), signin.SignUp{Username: "ada", Email: "ada@example.com", Password: first})))
			all := func(state string) {
				t.Helper()
				for _, password := range []string{first, other} {
					if !signsIn(w, "ada", password) {
						t.Errorf("%s: %+q does not sign in", state, password)
					}
				}
			}
			all("signed up")
			testkit.Must(t, 0, second(w.Sudo.Enter(b.Request(), byPassword(other))))
			change := signin.PasswordChange{CurrentPassword: other, NewPassword: first}
			if _, err := w.Accounts.ChangePassword(b.Request(), change); wrong(err) != "newPassword UNCHANGED" {
				t.Errorf("changed to itself: %v", err)
			}
			change = signin.PasswordChange{CurrentPassword: other, NewPassword: testkit.Password}
			testkit.Must(t, 0, second(w.Accounts.ChangePassword(b.Request(), change)))
			change = signin.PasswordChange{CurrentPassword: testkit.Password, NewPassword: first}
			testkit.Must(t, 0, second(w.Accounts.ChangePassword(b.Request(), change)))
			all("changed")
			testkit.Must(t, 0, second(w.Recovery.Reset(w.Browser().Request(), resetLink(w, "ada"), first)))
			all("reset")
		})
	}
}

// R60: what was hashed as it was typed still opens the account, once typed alike,
// and from then on in every form. A wrong password costs as much for nobody.
func TestR60_OldHashesAreOfWhatWasTyped(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Account("ada")
	hashes, err := w.Passwords.HashAll(t.Context(), decomposed) // as it was typed
	testkit.Must(t, hashes, err)
	edit(w, "ada", func(u *ent.AccountUpdateOne) { u.SetPasswordHash(hashes[0]) })
	if signsIn(w, "ada", composed) {
		t.Error("another form opens an old hash")
	}
	for _, password := range []string{decomposed, composed, decomposed} {
		if !signsIn(w, "ada", password) {
			t.Errorf("%+q does not sign in", password)
		}
	}
	counted := count(w)
	cost := func(login string) int64 {
		before := counted.hashes.Load()
		signsIn(w, login, decomposed+"!")
		return counted.hashes.Load() - before
	}
	if ada, nobody := cost("ada"), cost("nobody"); ada != 2 || nobody != 2 {
		t.Errorf("a wrong password costs %d hashes, of nobody %d", ada, nobody)
	}
}

// R60: length and similarity are those of the normalized password.
func TestR60_ChecksAreOfTheNormalizedPassword(t *testing.T) {
	t.Parallel()
	p := testkit.CheapPasswords()
	for _, c := range []struct{ password, want string }{
		{norm.NFD.String("éèêëàâäîïôö ùé"), "TOO_SHORT"}, // 14 characters, 27 code points
		{norm.NFD.String(strings.Repeat("각", 1024)), ""}, // three times as many code points
		{norm.NFD.String("Žofie-Čapková-Žofie"), "GUESSABLE"},
		{"Zofie\u00a0Zofie\u3000Zofie", "GUESSABLE"},
		{"correct horse\tbattery", "MALFORMED"},
		{"correct horse battery\n", "MALFORMED"},
		{decomposed, ""},
	} {
		problem, err := p.Check("password", c.password, 15, "zofie", norm.NFD.String("Žofie Čapková"))
		testkit.Must(t, 0, err)
		got := ""
		if problem != nil {
			got = string(problem.Code)
		}
		if got != c.want {
			t.Errorf("%.60q: %s, want %s", c.password, got, c.want)
		}
	}
	w, ada := testkit.WithAccount(t, "ada")
	w.SecondFactor(ada)
	set(t, w, ada, norm.NFD.String("éèêëàâäîïôö ùé"), nil)
	if !w.DB.Account.GetX(ada, viewer.ID(ada)).PasswordShort {
		t.Error("14 characters are not short")
	}
}
