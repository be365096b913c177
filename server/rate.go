package main

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"strconv"

	"github.com/google/uuid"

	"portico/internal/browser"
	"portico/internal/limit"
	"portico/internal/transport"
	"portico/internal/viewer"
)

// The budgets per minute.
const (
	rateSignedIn = 60_000 // by an account in its sessions, and by each of its tokens
	rateGuest    = 30_000 // by all guests of one network address: the playground reads the schema, for 8,000
)

// asker returns whose budget a request uses.
func asker(ctx context.Context) (who string, most int32) {
	switch v, ok := viewer.From(ctx); {
	case !ok:
		return "guest:" + networkOf(browser.AddressOf(ctx)), rateGuest
	case v.TokenID != uuid.Nil:
		return "token:" + v.TokenID.String(), rateSignedIn
	default:
		return "account:" + v.AccountID.String(), rateSignedIn
	}
}

// networkOf is the network of one customer of a provider: IPv6 gives each a /64.
func networkOf(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil || ip.Unmap().Is4() {
		return address
	}
	net, err := ip.WithZone("").Prefix(64)
	if err != nil {
		return address
	}
	return net.String()
}

type answerKey struct{}

// rated lets the answer to a request carry what its asker may still spend. Messages
// over a WebSocket have no headers.
func rated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if new(transport.HTTP).Supports(r) {
			r = r.WithContext(context.WithValue(r.Context(), answerKey{}, w.Header()))
		}
		next.ServeHTTP(w, r)
	})
}

// tellRate sets the headers of draft-ietf-httpapi-ratelimit-headers: the quota and its
// window in seconds, what is left of it, and in how many seconds it is full again.
func tellRate(ctx context.Context, s limit.Spending) {
	h, ok := ctx.Value(answerKey{}).(http.Header)
	if !ok {
		return
	}
	h.Set("RateLimit-Policy", fmt.Sprintf(`"cost";q=%d;w=%d`, s.Limit, int(limit.Window.Seconds())))
	in := int(math.Ceil(s.ResetIn.Seconds()))
	h.Set("RateLimit", fmt.Sprintf(`"cost";r=%d;t=%d`, s.Remaining, in))
	if s.Refused {
		h.Set("Retry-After", strconv.Itoa(in))
	}
}
