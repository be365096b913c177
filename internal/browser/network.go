package browser

import (
	"context"
	"net/netip"
)

// Network is the network that a request comes from, for rate limits: /24 of
// IPv4, /64 of IPv6. It is empty where no limit applies: outside of a request, and
// for this machine in a sandbox.
func Network(ctx context.Context) string { return prefixOf(ctx, 64) }

// Site is the same with /48 of IPv6, which one customer may have all of: for
// what a guest must not get more of by moving from one /64 to the next.
func Site(ctx context.Context) string { return prefixOf(ctx, 48) }

func prefixOf(ctx context.Context, bits int) string {
	b := From(ctx)
	ip, err := netip.ParseAddr(b.Address)
	if err != nil || b.Unlimited {
		return ""
	}
	if ip = ip.Unmap(); ip.Is4() {
		bits = 24
	}
	net, err := ip.WithZone("").Prefix(bits)
	if err != nil {
		return ""
	}
	return "net:" + net.String()
}
