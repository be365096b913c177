package apitoken

import (
	"strings"
	"testing"
)

func TestSecrets(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 1000 {
		s := newSecret()
		if !wellFormed(s) || len(s) != 40 || seen[s] {
			t.Fatalf("made %q", s)
		}
		seen[s] = true
	}
}

// FuzzSecret looks for texts that pass for secrets and are none.
func FuzzSecret(f *testing.F) {
	for _, seed := range []string{"", "ptk_", newSecret(), strings.ToUpper(newSecret()), "ptk_" + strings.Repeat("0", 36), "ghp_" + strings.Repeat("a", 36)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !wellFormed(text) {
			return
		}
		if rest := text[4:]; len(rest) != 36 || check(rest[:30]) != rest[30:] {
			t.Errorf("%q passes", text)
		}
	})
}
