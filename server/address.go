package main

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// parseProxies parses addresses and networks: 10.0.0.1, 10.0.0.0/8.
func parseProxies(texts []string) ([]netip.Prefix, error) {
	var all []netip.Prefix
	for _, text := range texts {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			var ip netip.Addr
			if ip, err = netip.ParseAddr(text); err == nil {
				p, err = ip.Prefix(ip.BitLen())
			}
		}
		if err != nil || p.Addr().Is4In6() {
			return nil, fmt.Errorf("PORTICO_TRUSTED_PROXIES: %q is neither an address nor a network, such as 10.0.0.0/8", text)
		}
		all = append(all, p)
	}
	return all, nil
}

// addressOf is the network address of the client of a request; nothing else decides
// this. Headers count only if the request came from one of the configured proxies, and
// only as far as each proxy on the way is one: of X-Forwarded-For, the right-most
// address that isn't a proxy.
func (c *Config) addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	peer, err := netip.ParseAddr(host)
	if err != nil || !c.isProxy(peer) {
		return host
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		ip, ok := parseHop(strings.TrimSpace(hop))
		if !ok { // the proxy that wrote this is the last known one
			break
		}
		peer = ip
		if !c.isProxy(peer) {
			break
		}
	}
	return peer.Unmap().String()
}

// warnOfProxy warns once that a proxy in our own network seems to be in front without
// being trusted: then all its visitors have one address, and share one network's rate
// limits. That fails safe.
func (p *program) warnOfProxy(r *http.Request) {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	ip := peer.Addr().Unmap()
	forwarded := r.Header.Get("X-Forwarded-For") != "" || r.Header.Get("Forwarded") != "" || r.Header.Get("X-Real-Ip") != ""
	if len(p.config.proxies) > 0 || !forwarded || err != nil || !ip.IsLoopback() && !ip.IsPrivate() && !ip.IsLinkLocalUnicast() {
		return
	}
	p.proxyWarning.Do(func() {
		slog.WarnContext(r.Context(), "PORTICO_TRUSTED_PROXIES is not set, but requests come through a proxy: all visitors share its address, and with it the rate limits of one network. Set it to the proxy's address if you run that proxy.", "proxy", ip.String())
	})
}

func (c *Config) isProxy(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	return slices.ContainsFunc(c.proxies, func(p netip.Prefix) bool { return p.Contains(ip) })
}

// parseHop parses one address of X-Forwarded-For. Some proxies write the port too.
func parseHop(text string) (netip.Addr, bool) {
	if with, err := netip.ParseAddrPort(text); err == nil {
		return with.Addr().Unmap().WithZone(""), true
	}
	ip, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return ip.Unmap().WithZone(""), err == nil
}
