package assembly

import "portico/internal/auth"

// Auth is the use cases of signing in, and of what one signs in with.
type Auth struct {
	auth.Identity
	Parts auth.Parts
}

// newAuth builds the use cases of auth on the domains that stand already.
func newAuth(d Domains) Auth {
	c := d.Dependencies
	parts := auth.Parts{DB: c.DB, Log: d.Log, Bus: c.Bus, Passwords: c.Passwords, Ring: c.Ring, Outbox: d.Outbox, Now: c.Now}
	sessions, tokens := auth.Sessions{Parts: parts}, auth.Tokens{Parts: parts}
	passkeys := auth.Passkeys{Parts: parts, WebAuthn: c.Passkeys}
	github := c.Github
	github.Parts = parts
	return Auth{Parts: parts, Identity: auth.Identity{
		Accounts: auth.Accounts{Parts: parts},
		Emails:   auth.Emails{Parts: parts},
		Recovery: auth.Recovery{Parts: parts},
		Sessions: sessions,
		Tokens:   tokens,
		Door:     auth.Door{Sessions: sessions, Tokens: tokens},
		Factors:  auth.Factors{Parts: parts},
		Sudo:     auth.Sudo{Parts: parts, Passkeys: passkeys, Github: github},
		Passkeys: passkeys,
		Github:   github,
		Closing:  auth.Closing{Parts: parts, Grace: c.DeletionGrace, Discard: d.Account.Exports.Discard},
	}}
}
