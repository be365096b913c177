package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portico/internal/auth"
	"portico/internal/clock"
	"portico/internal/sandbox"
	"portico/internal/testkit"
	"portico/internal/viewer"
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
		config := &Config{Addr: "127.0.0.1:0", SSHAddr: "127.0.0.1:2222", Data: t.TempDir(), DatabaseURL: testkit.URL(t), BaseURL: "http://portico.test", BreachedPasswords: path}
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

// The demo account's address is verified, and its story of ten weeks mails nothing.
func TestDemoDataMailNothing(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	testkit.Must(t, 0, sandbox.Seed(t.Context(), s.Dependencies))
	if l := s.letters(); len(l) > 0 {
		t.Errorf("%+v", l)
	}
	for _, a := range s.db.Account.Query().AllX(viewer.AsSystem(t.Context())) {
		if a.EmailVerifiedAt == nil {
			t.Errorf("%s is not verified", a.Username)
		}
	}
	ctx := auth.WithBrowser(viewer.WithNobody(t.Context()), auth.Browser{})
	testkit.Must(t, 0, s.Auth.Recovery.Request(ctx, sandbox.DemoUsername+"@example.com"))
	s.workOnce(t.Context())
	if l := s.letters(); len(l) != 1 {
		t.Errorf("a letter to the demo account: %+v", l)
	}
}
