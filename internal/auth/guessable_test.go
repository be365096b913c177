package auth_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"portico/internal/passwords"
	"portico/internal/signin"
	"portico/internal/testkit"
)

func TestGuessablePasswords(t *testing.T) {
	t.Parallel()
	for password, want := range map[string]bool{
		"passwordpassword": true, "PasswordPassword": true, "P@ssw0rdP@ssw0rd": true, "password1234567": true,
		"motdepassemotdepasse": true, "iloveyouiloveyou": true, "letmeinletmein1": true, "hunter2hunter2hunter2": true,
		"qwertyuiopasdfgh": true, "zxcvbnmasdfghjkl": true, "azertyuiopqsdfgh": true, "qwertzuiopyxcvbnm": true, "1q2w3e4r5t6y7u8i": true,
		"123456789012345": true, "098765432109876": true, "abcdefghijklmnop": true, "aaaaaaaaaaaaaaa": true,
		"porticoportico1": true, "Portico-Portico-Portico": true, "p0rt1c0-p0rt1c0": true, "PorticoPassword2026!": true,
		"ada-martin@example.com": true, "ada-martin-ada-martin": true, "4d4-m4rt1n-4d4!!": true, "adamartin1234567": true,
		"ada-martin-2026": true, "Example.com Example.com": true,
		strings.Repeat("a", 1024): true, strings.Repeat("password", 128): true, strings.Repeat("ada-martin ", 90): true,
		"correct horse battery": false, "purple elephant": false, "blue window seven": false, "another fine password": false,
		"kjhgqwoieruzmnb": false, "xK9$mQ2p": false, "the portico of my aunt in summer": false, "martin luther kept quiet": false,
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa wind over quiet lakes": false,
	} {
		if got := passwords.Guessable(password, "ada-martin", "ada-martin@example.com", ""); got != want {
			t.Errorf("%.40q: %v", password, got)
		}
	}
	if passwords.Guessable("robin-robin-hood-robin") || !passwords.Guessable("robin-robin-hood-robin", "Robin Hood") {
		t.Error("one's own name is not everybody's")
	}
}

// Names are checked with the password, so what is no name yet may be of any length.
func TestR74_ANameOfAnyLengthCostsLittle(t *testing.T) {
	pieces := strings.Repeat("abc ", 60_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	passwords.Guessable("correct horse battery staple", pieces, pieces+"@example.com")
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
		t.Errorf("two names of 240 KB take %d bytes", n)
	}
}

// The longest password costs about what two short ones do: it is looked at by its
// ends. Compare the two lengths.
func BenchmarkGuessable(b *testing.B) {
	for _, length := range []int{32, 1024} {
		for _, piece := range []string{"a", "p4$$w0rd", "@4(3[!1|$+7%2", "1987", "zaq12wsx", "é", "aA1!", "portico"} {
			password := string([]rune(strings.Repeat(piece, length))[:length])
			b.Run(fmt.Sprintf("%s/%d", piece, length), func(b *testing.B) {
				for b.Loop() {
					passwords.Guessable(password, "ada-martin", "ada-martin@example.com", strings.Repeat("Ada ", 25))
				}
			})
		}
	}
}

func TestSignUpRefusesWhatIsGuessed(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	for _, password := range []string{"passwordpassword", "ada-ada-ada-ada", "ada@example.com ada", "porticoportico1"} {
		_, err := w.Accounts.SignUp(w.Browser().Request(), signin.SignUp{Username: "ada", Email: "ada@example.com", Password: password})
		if wrong(err) != "password GUESSABLE" {
			t.Errorf("%s: %v", password, err)
		}
	}
}
