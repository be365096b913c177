package keyring

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A text is a keyset that seals and opens, or is refused without a word of it.
func FuzzParse(f *testing.F) {
	path := filepath.Join(f.TempDir(), "keys")
	if _, err := Open(path); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{string(whole), "", " ", "{}", `{"primaryKeyId":1,"key":[{"keyData":{"value":"c2hvcnQ="}}]}`, string(whole[:len(whole)/2]), strings.Replace(string(whole), "TINK", "RAW", 1)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		k, err := parse([]byte(text))
		if err != nil {
			if len(text) > 7 && strings.Contains(err.Error(), text) {
				t.Errorf("%q is told: %v", text, err)
			}
			return
		}
		sealed, err := k.aead.Encrypt([]byte("secret"), nil)
		if err != nil || !bytes.HasPrefix(sealed, k.prefix) {
			t.Errorf("%q seals %x: %v", text, sealed, err)
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
