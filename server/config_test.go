package main

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

func TestGitRemotes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ base, ssh, want string }{
		{"https://portico.example", "0.0.0.0:22", "ssh://git@portico.example/shop.git"},
		{"https://portico.example:8443", "[::]:2222", "ssh://git@portico.example:2222/shop.git"},
		{"http://[2001:db8::1]", "[::]:22", "ssh://git@[2001:db8::1]/shop.git"},
		{"http://[2001:db8::1]:8080", "[::]:2222", "ssh://git@[2001:db8::1]:2222/shop.git"},
		{"http://192.0.2.7", "0.0.0.0:22", "ssh://git@192.0.2.7/shop.git"},
	} {
		config := &Config{BaseURL: c.base, SSHAddr: c.ssh, Addr: "127.0.0.1:0"}
		if err := config.check(); err != nil {
			t.Fatal(err)
		}
		if got := config.gitRemote("shop"); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.base, c.ssh, got, c.want)
		}
	}
}

func TestQuotasAreSizes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args         []string
		app, account size
		err          string
	}{
		{nil, 2 << 30, 10 << 30, ""},
		{[]string{"--app-quota=500MB", "--account-quota=0"}, 500_000_000, 0, ""},
		{[]string{"--app-quota=1.5 GiB"}, 3 << 29, 10 << 30, ""},
		{[]string{"--app-quota=many"}, 0, 0, `"many" is not a size, such as 500MB or 2GiB`},
		{[]string{"--app-quota=-1"}, 0, 0, "is not a size"},
		{[]string{"--app-quota=99EiB"}, 0, 0, "is not a size"},
	} {
		var config Config
		parser, err := kong.New(&config)
		if err != nil {
			t.Fatal(err)
		}
		_, err = parser.Parse(c.args)
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%v: %v", c.args, err)
			}
			continue
		}
		if err != nil || config.AppQuota != c.app || config.AccountQuota != c.account {
			t.Errorf("%v: %d, %d, %v", c.args, config.AppQuota, config.AccountQuota, err)
		}
	}
}

func TestTheBaseURLHasThePortOfTheAddress(t *testing.T) {
	t.Parallel()
	c := Config{Addr: "127.0.0.1:8123", SSHAddr: "127.0.0.1:2223", Storage: Storage{Data: t.TempDir()}}
	if err := c.check(); err != nil || c.base.String() != "http://localhost:8123" {
		t.Errorf("it is %v, %v", c.base, err)
	}
}
