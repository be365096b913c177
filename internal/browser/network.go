package browser

import (
	"context"
	"net/netip"
)

// siteNetworks is as how many networks a site counts.
const siteNetworks = 4

// A Network is what guests are counted by, and how often it may do what a limit allows
// one network.
type Network struct {
	Name  string
	Times int
}

// Networks are the networks that a request counts for: of IPv4 the /24; of IPv6 the
// site first, and then the /64. There are none where no limit applies: outside of a
// request, and for this machine in a sandbox.
//
// A /64 is one home or office, and as much as a phone has. A site, a /48, is what one
// customer may have all of: counted by /64 alone, they would get each limit 65,536
// times. But it may also be 65,536 customers of a mobile provider. So it has a limit of
// its own, as of four networks: moving from one /64 to the next gains little, and
// whatever one /64 does, most of the site's limit is left to the others. What a
// network's own limit refuses must not count for its site.
func Networks(ctx context.Context) []Network {
	b := From(ctx)
	if b.Unlimited {
		return nil
	}
	return networksOf(b.Address, 24)
}

// NetworksOf are the same of an address, where one of IPv4 is a network by itself: for
// what anyone uses who only looks at a page, and many people behind a /24 do.
func NetworksOf(address string) []Network {
	if all := networksOf(address, 32); all != nil {
		return all
	}
	return []Network{{"net:" + address, 1}}
}

func networksOf(address string, bits int) []Network {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return nil
	}
	if ip = ip.Unmap().WithZone(""); ip.Is4() {
		return []Network{{prefix(ip, bits), 1}}
	}
	return []Network{{prefix(ip, 48), siteNetworks}, {prefix(ip, 64), 1}}
}

func prefix(ip netip.Addr, bits int) string {
	p, _ := ip.Prefix(bits) // it has as many bits
	return "net:" + p.String()
}
