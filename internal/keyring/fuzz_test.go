package keyring

import (
	"path/filepath"
	"strings"
	"testing"
)

// A line is a key or is refused without a word of it.
func FuzzLine(f *testing.F) {
	for _, seed := range []string{newKey().line, "", " ", "00000000 ", "00000000 c2hvcnQ=", "zzzzzzzz " + strings.Repeat("A", 44), newKey().line + "\n", "# " + newKey().line} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		k, err := parse(line)
		if err != nil {
			if len(line) > 7 && strings.Contains(err.Error(), line) {
				t.Errorf("%q is told: %v", line, err)
			}
			return
		}
		if k.aead == nil || k.line != line {
			t.Errorf("%q is %+v", line, k)
		}
	})
}

// What this ring did not seal, it does not open.
func FuzzOpen(f *testing.F) {
	r, err := Open(filepath.Join(f.TempDir(), "keys"))
	if err != nil {
		f.Fatal(err)
	}
	sealed := r.Seal([]byte("secret"), "totp", "ada")
	for n := range len(sealed) {
		f.Add(sealed[:n])
	}
	f.Fuzz(func(t *testing.T, forged []byte) {
		if text, err := r.Open(forged, "totp", "ada"); err == nil && string(forged) != string(sealed) {
			t.Errorf("%x opens to %q", forged, text)
		}
	})
}
