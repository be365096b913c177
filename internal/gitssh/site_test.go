package gitssh

import (
	"fmt"
	"net"
	"net/netip"
	"testing"
)

// wireFrom is a connection from an address.
type wireFrom struct {
	net.Conn
	at netip.AddrPort
}

func (w wireFrom) RemoteAddr() net.Addr { return net.TCPAddrFromAddrPort(w.at) }
func (w wireFrom) Close() error         { return nil }

// R54, R6: connections from one /64 after the other take the places of four addresses;
// more push out each other, and nobody elsewhere.
func TestR54_R6_ASiteHasThePlacesOfFourAddresses(t *testing.T) {
	t.Parallel()
	s := &Server{Limits: Limits{PerAddress: 2, Connections: 100}, conns: map[*conn]struct{}{}}
	connects := func(address string) {
		t.Helper()
		at := netip.AddrPortFrom(netip.MustParseAddr(address), 5)
		if s.admit(t.Context(), wireFrom{at: at}) == nil {
			t.Errorf("%s finds no room", address)
		}
	}
	for i := range 5 {
		connects(fmt.Sprintf("203.0.113.%d", i))
		connects("2001:db8:2::1")
	}
	for subnet := range 200 {
		connects(fmt.Sprintf("2001:db8:1:%x::1", subnet))
	}
	count := map[netip.Prefix]int{}
	for c := range s.conns {
		count[site(c.from)]++
	}
	if len(s.conns) != 5+2+8 || count[netip.MustParsePrefix("2001:db8:1::/48")] != 8 {
		t.Errorf("open are %v", count)
	}
}
