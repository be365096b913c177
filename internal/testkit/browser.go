package testkit

import (
	"context"
	"maps"
	"time"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/browser"
	"portico/internal/notify"
	"portico/internal/signin"
	"portico/internal/viewer"
)

// A Browser keeps what is left with it, as a real one does.
type Browser struct {
	World     *World
	Address   string
	UserAgent string
	Unlimited bool // as in a sandbox, on its own machine
	Cookies   map[browser.Cookie]string
	Until     map[browser.Cookie]time.Time
}

// Browser is one that nobody signed in with yet.
func (w *World) Browser() *Browser {
	return &Browser{
		World: w, Address: "192.0.2.7", UserAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
		Cookies: map[browser.Cookie]string{}, Until: map[browser.Cookie]time.Time{},
	}
}

// Again is a browser that holds the same cookies, for requests side by side.
func (b *Browser) Again() *Browser {
	return &Browser{World: b.World, Address: b.Address, UserAgent: b.UserAgent, Unlimited: b.Unlimited, Cookies: maps.Clone(b.Cookies), Until: maps.Clone(b.Until)}
}

// Request is the context of a new request from the browser: its viewer is whoever is signed
// in there, or nobody.
func (b *Browser) Request() context.Context {
	b.World.T.Helper()
	ctx := viewer.WithNobody(b.World.T.Context())
	if token := b.Cookies[browser.SessionCookie]; token != "" {
		v, ok, err := b.World.Sessions.Find(ctx, token)
		if Must(b.World.T, ok, err) {
			viewer.Become(ctx, v)
		}
	}
	return browser.With(ctx, browser.Browser{
		Address: b.Address, UserAgent: b.UserAgent, Unlimited: b.Unlimited,
		Held: func(c browser.Cookie) string { return b.Cookies[c] },
		Keep: func(c browser.Cookie, secret string, until time.Time) {
			b.Cookies[c], b.Until[c] = secret, until
			if secret == "" {
				delete(b.Cookies, c)
			}
		},
	})
}

// SignedIn is a browser in which an account has just signed in with its password.
func (w *World) SignedIn(name string) *Browser {
	w.T.Helper()
	b := w.Browser()
	_, err := w.Accounts.SignIn(b.Request(), signin.SignIn{Login: name, Password: Password})
	Must(w.T, b, err)
	return b
}

// EmailKinds are the kinds of the emails in the outbox to an address, the oldest first.
func (w *World) EmailKinds(to string) []string {
	w.T.Helper()
	kinds := []string{}
	for _, m := range w.outbox(to) {
		kinds = append(kinds, m.Kind)
	}
	return kinds
}

// Email is the newest email in the outbox to an address.
func (w *World) Email(to string) notify.Written {
	w.T.Helper()
	all := w.outbox(to)
	if len(all) == 0 {
		w.T.Fatalf("there is no email to %s", to)
	}
	l, err := w.Outbox.Read(all[len(all)-1])
	return Must(w.T, l, err)
}

func (w *World) outbox(to string) []*ent.Mail {
	w.T.Helper()
	rows, err := w.DB.Mail.Query().Where(mail.ToAddress(to)).Order(ent.Asc(mail.FieldID)).All(viewer.AsSystem(w.T.Context()))
	return Must(w.T, rows, err)
}
