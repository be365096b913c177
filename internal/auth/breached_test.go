package auth_test

import (
	"crypto/sha1"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portico/internal/passwords"
	"portico/internal/signin"
	"portico/internal/testkit"
)

// breaches writes a file of the hashes of some passwords.
func breaches(t *testing.T, end string, passwords ...string) string {
	t.Helper()
	var lines []string
	for i, p := range passwords {
		lines = append(lines, fmt.Sprintf("%X:%d", sha1.Sum([]byte(p)), i*i+1))
	}
	slices.Sort(lines)
	return written(t, strings.Join(lines, end)+end)
}

func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "breached")
	testkit.Must(t, 0, os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestBreachedPasswordsAreFound(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 2, 3, 7, 1000} {
		var in []string
		for i := range n {
			in = append(in, fmt.Sprint("in a breach ", i))
		}
		for _, end := range []string{"\n", "\r\n"} {
			path := breaches(t, end, in...)
			if n == 7 { // the last line may lack its end
				text, err := os.ReadFile(path)
				testkit.Must(t, 0, err)
				path = written(t, strings.TrimSpace(string(text)))
			}
			b, err := passwords.OpenBreaches(path)
			testkit.Must(t, b, err)
			for i := range n {
				if found, err := b.Contains(in[i]); !found || err != nil {
					t.Errorf("%d lines: %q is not found: %v", n, in[i], err)
				}
				if found, err := b.Contains(fmt.Sprint("in no breach ", i)); found || err != nil {
					t.Errorf("%d lines: %d is found: %v", n, i, err)
				}
			}
			testkit.Must(t, 0, b.Close())
		}
	}
	var none *passwords.Breaches
	if found, err := none.Contains("x"); found || err != nil || none.Close() != nil {
		t.Error("no file contains something")
	}
}

func TestBreachedFilesThatCannotBeSearched(t *testing.T) {
	t.Parallel()
	a, b := fmt.Sprintf("%X", sha1.Sum([]byte("a"))), fmt.Sprintf("%X", sha1.Sum([]byte("b")))
	if a > b {
		a, b = b, a
	}
	for name, text := range map[string]string{
		"empty": "", "words": "password\nletmein\n", "unsorted": b + ":1\n" + a + ":1\n", "twice": a + ":1\n" + a + ":1\n",
		"too short": a[:39] + ":1\n", "too long": a + "0:1\n", "NTLM": a[:32] + ":1\n", "an empty line": a + ":1\n\n" + b + ":1\n",
		"one long line": strings.Repeat("A", 5000), "a page": "<html>" + strings.Repeat("x", 300) + "</html>",
	} {
		if _, err := passwords.OpenBreaches(written(t, text)); err == nil {
			t.Errorf("%s: it is taken", name)
		}
	}
	if _, err := passwords.OpenBreaches(filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("none: %v", err)
	}
}

func TestBreachedPasswordsAreRefused(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	b, err := passwords.OpenBreaches(breaches(t, "\n", "correct horse battery", "blue window seven"))
	w.Passwords.Breached = testkit.Must(t, b, err)
	t.Cleanup(func() { _ = b.Close() })
	for password, want := range map[string]string{"blue window seven": "password GUESSABLE", "blue window eight": "<nil>"} {
		_, err := w.Accounts.SignUp(w.Browser().Request(), signin.SignUp{Username: "ada", Email: "ada@example.com", Password: password})
		if wrong(err) != want {
			t.Errorf("%s: %v", password, err)
		}
	}
}
