package main

import (
	"net/http"
	"strings"
	"time"

	"portico/internal/browser"
)

// hostPrefix makes browsers insist that a cookie belongs to this host only, and is sent
// over TLS or to localhost.
const hostPrefix = "__Host-"

// cookies are the names of the cookies that hold secrets.
var cookies = map[browser.Cookie]string{
	browser.SessionCookie: hostPrefix + "portico",
	browser.StepCookie:    hostPrefix + "portico-step",
	browser.DeviceCookie:  hostPrefix + "portico-device",
	browser.GithubCookie:  hostPrefix + "portico-github",
}

// cookie is the name of a cookie at the configured URL. Over plain HTTP it has no
// prefix: browsers would drop it.
func (c *Config) cookie(kind browser.Cookie) string {
	if c.plainCookies() {
		return strings.TrimPrefix(cookies[kind], hostPrefix)
	}
	return cookies[kind]
}

// browserOf describes where a request comes from.
func (p *program) browserOf(w http.ResponseWriter, r *http.Request) browser.Browser {
	p.warnOfProxy(r)
	address := p.config.addressOf(r)
	b := browser.Browser{Address: address, Unlimited: p.config.Sandbox && isLoopback(address), UserAgent: r.UserAgent(), Held: func(c browser.Cookie) string {
		if held, err := r.Cookie(p.config.cookie(c)); err == nil {
			return held.Value
		}
		return ""
	}}
	if r.Method == http.MethodPost {
		b.Keep = p.keep(w)
	}
	return b
}

// keep sets cookies in the browser that w answers.
func (p *program) keep(w http.ResponseWriter) func(browser.Cookie, string, time.Time) {
	return func(c browser.Cookie, secret string, until time.Time) {
		http.SetCookie(w, &http.Cookie{
			Name: p.config.cookie(c), Value: secret, Path: "/", Expires: until, MaxAge: ageOf(secret),
			Secure: !p.config.plainCookies(), HttpOnly: true, SameSite: http.SameSiteLaxMode,
		})
	}
}

// ageOf is MaxAge as net/http expects it: negative deletes, 0 leaves it to Expires.
func ageOf(token string) int {
	if token == "" {
		return -1
	}
	return 0
}
