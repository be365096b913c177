package main

import (
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

// R22: whatever the header says, the address is one, and is no proxy's unless all
// of them are.
func FuzzR22Forwarded(f *testing.F) {
	for _, seed := range []string{"1.1.1.1", "1.1.1.1, 10.0.0.2", "", ",", "[::1]:5", "::ffff:10.0.0.1", "fe80::1%eth0", "10.0.0.3, 10.0.0.2", "1.1.1.1:99999", "[", "\xff"} {
		f.Add(seed)
	}
	c := &Config{TrustedProxies: []string{"10.0.0.0/8"}}
	if err := c.parseForTest(); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, claim string) {
		r := httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)
		r.RemoteAddr = "10.0.0.1:5"
		r.Header["X-Forwarded-For"] = []string{claim}
		got, err := netip.ParseAddr(c.addressOf(r))
		if err != nil || got.Is4In6() || got.Zone() != "" {
			t.Fatalf("%q gives %v %v", claim, got, err)
		}
		last := claim[strings.LastIndex(claim, ",")+1:]
		if ip, ok := parseHop(strings.TrimSpace(last)); ok && !c.isProxy(ip) && ip != got {
			t.Errorf("%q gives %v, and the proxy saw %v", claim, got, ip)
		}
	})
}
