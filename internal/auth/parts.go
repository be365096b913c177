package auth

import (
	"time"

	"portico/internal/notify"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Limiter counts attempts: guesses, and whatever else may be done only so often.
type Limiter struct {
	DB  *store.DB
	Now func() time.Time
}

// Links are the secrets that are mailed in links.
type Links struct {
	DB  *store.DB
	Now func() time.Time
}

// Lockout locks sign-in, or a session, after too many wrong guesses.
type Lockout struct {
	DB       *store.DB
	Log      *timeline.Log
	Outbox   notify.Outbox
	Now      func() time.Time
	Attempts Limiter
	Links    Links
	Sessions Sessions
}

// PasswordStore checks and stores the passwords of accounts.
type PasswordStore struct {
	DB        *store.DB
	Passwords *Passwords
	Links     Links
}

// Revocation revokes what gives access to an account.
type Revocation struct {
	DB       *store.DB
	Log      *timeline.Log
	Sessions Sessions
}

// Registrar creates accounts.
type Registrar struct {
	DB  *store.DB
	Log *timeline.Log
	Now func() time.Time
}

// SecondSteps takes the second step of signing in.
type SecondSteps struct {
	DB       *store.DB
	Log      *timeline.Log
	Now      func() time.Time
	Attempts Limiter
	Lockout  Lockout
	Sessions Sessions
	Factors  Factors
}
