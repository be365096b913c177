// Package browser is where a request comes from: the address and network, the device,
// and the cookies in which secrets are kept. It knows no HTTP: the server hands it over
// in the context.
package browser

import (
	"context"
	"time"

	"github.com/mileusna/useragent"

	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/request"
)

// A Cookie is what a secret is kept for in a browser.
type Cookie string

// The cookies.
const (
	// SessionCookie holds the session.
	SessionCookie Cookie = "session"
	// StepCookie holds a sign-in that lacks its second factor.
	StepCookie Cookie = "step"
	// DeviceCookie tells the browser again after it signed out.
	DeviceCookie Cookie = "device"
	// GithubCookie binds a way to GitHub and back to the browser that began it.
	GithubCookie Cookie = "github"
)

// A Browser is where a request comes from, and how secrets are left with it.
type Browser struct {
	Address   string
	UserAgent string
	// Unlimited exempts the request from limits per network: a sandbox does so for
	// its own machine, where tests and demos make hundreds of accounts.
	Unlimited bool
	// Held is the secret that the browser sent in a cookie, or empty.
	Held func(Cookie) string
	// Keep leaves a secret with the browser until a time; an empty one takes it
	// away. Nil: the request did not come over HTTP.
	Keep func(c Cookie, secret string, until time.Time)
}

type browserKey struct{}

// maxUserAgent is how much of a User-Agent header is looked at, in bytes. A browser's has
// a hundred or two, and each part of it is compared with many names.
const maxUserAgent = 1000

// With returns a context of a request that comes from b.
func With(ctx context.Context, b Browser) context.Context {
	b.UserAgent = b.UserAgent[:min(len(b.UserAgent), maxUserAgent)]
	ctx = request.WithOrigin(ctx, request.Origin{Address: b.Address, Device: DeviceOf(b.UserAgent)})
	return context.WithValue(ctx, browserKey{}, b)
}

// AddressOf is the network address that the request comes from.
func AddressOf(ctx context.Context) string { return From(ctx).Address }

// From is where the request comes from, also where no cookie can be set.
func From(ctx context.Context) Browser {
	b, _ := ctx.Value(browserKey{}).(Browser)
	if b.Held == nil {
		b.Held = func(Cookie) string { return "" }
	}
	return b
}

// Required is where the request comes from. What sets a cookie is refused where
// none can be set.
func Required(ctx context.Context) (Browser, error) {
	b := From(ctx)
	if b.Keep == nil {
		return b, problem.Refuse(problem.HTTPOnly, "This sets a cookie, so it works only over HTTP.")
	}
	return b, nil
}

// DeviceOf names a browser for people: Firefox on Linux.
func DeviceOf(userAgent string) string {
	ua := useragent.Parse(userAgent)
	name := naming.Line(ua.Name, 50)
	switch {
	case name != "" && ua.OS != "":
		return name + " on " + naming.Line(ua.OS, 50)
	case name != "":
		return name
	}
	return request.UnknownDevice
}
