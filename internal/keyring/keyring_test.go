package keyring_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portico/internal/keyring"
)

func open(t *testing.T, path string) *keyring.Ring {
	t.Helper()
	r, err := keyring.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSealedOpensForWhatItIsFor(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "keys")
	r := open(t, path)
	sealed := r.Seal([]byte("secret"), "totp", "ada")
	if bytes.Contains(sealed, []byte("secret")) || bytes.Equal(sealed, r.Seal([]byte("secret"), "totp", "ada")) {
		t.Error("it is not encrypted, or always the same")
	}
	for _, again := range []*keyring.Ring{r, open(t, path)} {
		if got, err := again.Open(sealed, "totp", "ada"); err != nil || string(got) != "secret" {
			t.Errorf("%q %v", got, err)
		}
	}
	for _, c := range [][2]string{{"totp", "eve"}, {"mail", "ada"}, {"totp\x00ada", ""}} {
		if got, err := r.Open(sealed, c[0], c[1]); err == nil {
			t.Errorf("it opens for %v: %q", c, got)
		}
	}
	for i := range sealed {
		broken := bytes.Clone(sealed)
		broken[i] ^= 1
		if _, err := r.Open(broken, "totp", "ada"); err == nil {
			t.Errorf("changed at %d it opens", i)
		}
		if _, err := r.Open(sealed[:i], "totp", "ada"); err == nil {
			t.Errorf("cut at %d it opens", i)
		}
	}
}

func TestKeysAreRotatedWhileAnotherProgramRuns(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "keys")
	running, command := open(t, path), open(t, path)
	old := running.Seal([]byte("old"), "p", "o")
	first := old
	if err := command.Add(); err != nil {
		t.Fatal(err)
	}
	young := command.Seal([]byte("young"), "p", "o")
	if got, err := running.Open(young, "p", "o"); err != nil || string(got) != "young" {
		t.Errorf("what the new key sealed: %q %v", got, err)
	}
	if got, err := command.Open(old, "p", "o"); err != nil || string(got) != "old" {
		t.Errorf("what the old key sealed: %q %v", got, err)
	}
	old = running.Seal([]byte("old"), "p", "o") // with the new key, by now
	if n, err := command.Retire(); err != nil || n != 1 {
		t.Errorf("retired %d: %v", n, err)
	}
	if got, err := open(t, path).Open(old, "p", "o"); err != nil || string(got) != "old" {
		t.Errorf("what the running program sealed since: %q %v", got, err)
	}
	if _, err := open(t, path).Open(first, "p", "o"); err == nil {
		t.Error("a retired key opens")
	}
}

func TestFileIsForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "keys")
	open(t, path)
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatal(info.Mode(), err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := keyring.Open(path); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("a file that everybody reads: %v", err)
	}
	for _, text := range []string{"", "{}", "rubbish\n", "c2hvcnQ=", `{"primaryKeyId":1,"key":[{"keyId":1,"status":"ENABLED","outputPrefixType":"TINK","keyData":{"value":"c2hvcnQ="}}]}`} {
		broken := filepath.Join(t.TempDir(), "keys")
		_ = os.WriteFile(broken, []byte(text), 0o600)
		if _, err := keyring.Open(broken); err == nil || text != "" && strings.Contains(err.Error(), "c2hvcnQ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
