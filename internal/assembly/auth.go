package assembly

import (
	"portico/internal/apitoken"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/deletion"
	"portico/internal/emailchange"
	"portico/internal/github"
	"portico/internal/maillink"
	"portico/internal/passkey"
	"portico/internal/signin"
	"portico/internal/twofactor"
)

// Auth is the use cases of signing up and in, and of everything that gives access to
// an account.
type Auth struct {
	Attempts      attempt.Limiter
	Links         maillink.Links
	PasswordStore auth.Passwords
	Sessions      auth.Sessions
	Registrar     auth.Registrar
	Revocation    auth.Revocation
	Lockout       auth.Lockout
	Tokens        apitoken.Tokens
	Authenticator signin.Authenticator
	Emails        emailchange.Emails
	Accounts      signin.Accounts
	Recovery      signin.Recovery
	Factors       twofactor.Factors
	SecondSteps   signin.SecondSteps
	Passkeys      passkey.Passkeys
	Github        github.Github
	Sudo          signin.Sudo
	Deletions     deletion.Deletions
}

// newAuth builds the use cases of auth on the domains that stand already.
func newAuth(d Domains) (i Auth) {
	db, log, outbox, now := d.DB, d.Log, d.Outbox, d.Now
	i.Attempts = attempt.Limiter{DB: db, Now: now}
	i.Links = maillink.Links{DB: db, Now: now}
	i.PasswordStore = auth.Passwords{DB: db, Passwords: d.Passwords, Links: i.Links}
	i.Sessions = auth.Sessions{DB: db, Log: log, Bus: d.Bus, Outbox: outbox, Now: now}
	i.Registrar = auth.Registrar{DB: db, Log: log, Now: now}
	i.Revocation = auth.Revocation{Holdings: d.Holdings}
	i.Lockout = auth.Lockout{DB: db, Log: log, Outbox: outbox, Now: now, Attempts: i.Attempts, Links: i.Links, Sessions: i.Sessions}
	i.Tokens = apitoken.Tokens{DB: db, Log: log, Bus: d.Bus, Outbox: outbox, Now: now, Attempts: i.Attempts}
	i.Authenticator = signin.Authenticator{Sessions: i.Sessions, Tokens: i.Tokens}
	i.Emails = emailchange.Emails{DB: db, Log: log, Outbox: outbox, Now: now, Attempts: i.Attempts, Links: i.Links, Registrar: i.Registrar, Revocation: i.Revocation}
	i.Accounts = signin.Accounts{
		DB: db, Log: log, Outbox: outbox, Now: now, Passwords: d.Passwords, PasswordStore: i.PasswordStore, Attempts: i.Attempts,
		Links: i.Links, Sessions: i.Sessions, Registrar: i.Registrar, Lockout: i.Lockout, Emails: i.Emails,
	}
	i.Recovery = signin.Recovery{
		DB: db, Log: log, Outbox: outbox, Now: now, Passwords: d.Passwords, PasswordStore: i.PasswordStore, Attempts: i.Attempts,
		Links: i.Links, Sessions: i.Sessions, Registrar: i.Registrar, Revocation: i.Revocation,
	}
	i.Factors = twofactor.Factors{DB: db, Log: log, Ring: d.Ring, Outbox: outbox, Now: now, Passwords: d.Passwords, Attempts: i.Attempts, Sessions: i.Sessions}
	i.SecondSteps = signin.SecondSteps{DB: db, Log: log, Now: now, Attempts: i.Attempts, Lockout: i.Lockout, Sessions: i.Sessions, Factors: i.Factors}
	i.Passkeys = passkey.Passkeys{DB: db, Log: log, Outbox: outbox, Now: now, Attempts: i.Attempts, Sessions: i.Sessions, WebAuthn: d.Site}
	i.Github = github.Github{
		DB: db, Log: log, Ring: d.Ring, Outbox: outbox, Now: now, Attempts: i.Attempts, Links: i.Links, Sessions: i.Sessions, Registrar: i.Registrar,
		Revocation: i.Revocation, OAuth: d.GithubApp.OAuth, API: d.GithubApp.API, Client: d.GithubApp.Client,
	}
	i.Sudo = signin.Sudo{
		DB: db, Log: log, Outbox: outbox, Now: now, Passwords: d.Passwords, Attempts: i.Attempts, Links: i.Links, Sessions: i.Sessions,
		Lockout: i.Lockout, Factors: i.Factors, Passkeys: i.Passkeys, Github: i.Github,
	}
	i.Deletions = deletion.Deletions{
		DB: db, Log: log, Bus: d.Bus, Outbox: outbox, Now: now, Attempts: i.Attempts, Links: i.Links, Emails: i.Emails,
		Registrar: i.Registrar, Grace: d.DeletionGrace, Holdings: d.Holdings,
	}
	return i
}
