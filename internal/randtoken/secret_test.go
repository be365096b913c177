package randtoken

import (
	"strings"
	"testing"
)

func TestSecrets(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for range 1000 {
		s := NewSecret("ptk_")
		if !IsSecret(s, "ptk_") || len(s) != 40 || seen[s] {
			t.Fatalf("made %q", s)
		}
		seen[s] = true
	}
}

// FuzzSecret looks for texts that pass for secrets and are none.
func FuzzSecret(f *testing.F) {
	for _, seed := range []string{"", "ptk_", NewSecret("ptk_"), strings.ToUpper(NewSecret("ptk_")), "ptk_" + strings.Repeat("0", 36), "ghp_" + strings.Repeat("a", 36)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !IsSecret(text, "ptk_") {
			return
		}
		if rest := text[4:]; len(rest) != 36 || check(rest[:30]) != rest[30:] {
			t.Errorf("%q passes", text)
		}
	})
}
