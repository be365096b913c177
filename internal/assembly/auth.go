package assembly

import "portico/internal/auth"

// Auth is the use cases of signing up and in, and of everything that gives access to
// an account.
type Auth struct {
	Attempts      auth.Limiter
	Links         auth.Links
	PasswordStore auth.PasswordStore
	Sessions      auth.Sessions
	Registrar     auth.Registrar
	Revocation    auth.Revocation
	Lockout       auth.Lockout
	Tokens        auth.Tokens
	Door          auth.Door
	Emails        auth.Emails
	Accounts      auth.Accounts
	Recovery      auth.Recovery
	Factors       auth.Factors
	SecondSteps   auth.SecondSteps
	Passkeys      auth.Passkeys
	Github        auth.Github
	Sudo          auth.Sudo
	Closing       auth.Closing
}

// newAuth builds the use cases of auth on the domains that stand already.
func newAuth(d Domains) (i Auth) {
	db, log, outbox, now := d.DB, d.Log, d.Outbox, d.Now
	i.Attempts = auth.Limiter{DB: db, Now: now}
	i.Links = auth.Links{DB: db, Now: now}
	i.PasswordStore = auth.PasswordStore{DB: db, Passwords: d.Passwords, Links: i.Links}
	i.Sessions = auth.Sessions{DB: db, Log: log, Bus: d.Bus, Outbox: outbox, Now: now}
	i.Registrar = auth.Registrar{DB: db, Log: log, Now: now}
	i.Revocation = auth.Revocation{DB: db, Log: log, Sessions: i.Sessions}
	i.Lockout = auth.Lockout{DB: db, Log: log, Outbox: outbox, Now: now, Attempts: i.Attempts, Links: i.Links, Sessions: i.Sessions}
	i.Tokens = auth.Tokens{DB: db, Log: log, Bus: d.Bus, Outbox: outbox, Now: now}
	i.Door = auth.Door{Sessions: i.Sessions, Tokens: i.Tokens}
	i.Emails = auth.Emails{DB: db, Log: log, Outbox: outbox, Now: now, Attempts: i.Attempts, Links: i.Links, Registrar: i.Registrar, Revocation: i.Revocation}
	i.Accounts = auth.Accounts{
		DB: db, Log: log, Outbox: outbox, Now: now, Passwords: d.Passwords, PasswordStore: i.PasswordStore, Attempts: i.Attempts,
		Links: i.Links, Sessions: i.Sessions, Registrar: i.Registrar, Lockout: i.Lockout, Emails: i.Emails,
	}
	i.Recovery = auth.Recovery{
		DB: db, Log: log, Outbox: outbox, Now: now, Passwords: d.Passwords, PasswordStore: i.PasswordStore, Attempts: i.Attempts,
		Links: i.Links, Sessions: i.Sessions, Registrar: i.Registrar, Revocation: i.Revocation,
	}
	i.Factors = auth.Factors{DB: db, Log: log, Ring: d.Ring, Outbox: outbox, Now: now, Passwords: d.Passwords, Attempts: i.Attempts, Sessions: i.Sessions}
	i.SecondSteps = auth.SecondSteps{DB: db, Log: log, Now: now, Attempts: i.Attempts, Lockout: i.Lockout, Sessions: i.Sessions, Factors: i.Factors}
	i.Passkeys = auth.Passkeys{DB: db, Log: log, Outbox: outbox, Now: now, Sessions: i.Sessions, WebAuthn: d.Site}
	i.Github = auth.Github{
		DB: db, Log: log, Ring: d.Ring, Outbox: outbox, Now: now, Links: i.Links, Sessions: i.Sessions, Registrar: i.Registrar,
		Revocation: i.Revocation, OAuth: d.GithubApp.OAuth, API: d.GithubApp.API, Client: d.GithubApp.Client,
	}
	i.Sudo = auth.Sudo{
		DB: db, Log: log, Outbox: outbox, Now: now, Passwords: d.Passwords, Attempts: i.Attempts, Links: i.Links, Sessions: i.Sessions,
		Lockout: i.Lockout, Factors: i.Factors, Passkeys: i.Passkeys, Github: i.Github,
	}
	i.Closing = auth.Closing{
		DB: db, Log: log, Bus: d.Bus, Outbox: outbox, Now: now, Attempts: i.Attempts, Links: i.Links, Emails: i.Emails,
		Registrar: i.Registrar, Grace: d.DeletionGrace, Discard: d.Account.Exports.Discard,
	}
	return i
}
