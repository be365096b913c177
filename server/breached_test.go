package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portico/internal/clock"
	"portico/internal/testkit"
)

// The operator's file of breached passwords: used where it is good, done without
// where it is not there, and no start where it is something else.
func TestBreachedPasswordsOfTheOperator(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "breached")
	for _, c := range []struct{ text, wrong string }{
		{"", ""}, // not there
		{"63C35A1C6F1B6F5C7F8E1FE0C2A5D9F0B8E7A6D5:3\n", ""},
		{"password\n", "PORTICO_BREACHED_PASSWORDS: "},
	} {
		if c.text != "" {
			testkit.Must(t, 0, os.WriteFile(path, []byte(c.text), 0o600))
		}
		config := &Config{Addr: "127.0.0.1:0", SSHAddr: "127.0.0.1:2222", Storage: Storage{Data: t.TempDir(), DatabaseURL: testkit.URL(t)}, BaseURL: "http://portico.test", BreachedPasswords: path}
		testkit.Must(t, 0, config.check())
		p, err := wire(t.Context(), config, outside{now: clock.Now, passwords: testkit.CheapPasswords()})
		if (err == nil) != (c.wrong == "") || err != nil && !strings.Contains(err.Error(), c.wrong) {
			t.Errorf("%q: %v", c.text, err)
		}
		if err == nil {
			if (p.passwords.Breached != nil) != (c.text != "") {
				t.Errorf("%q: %v", c.text, p.passwords.Breached)
			}
			p.close()
		}
	}
}
