package timeline

import (
	"portico/internal/i18n"
	"portico/internal/request"
)

// AccountCreatedEvent records that the account was created.
type AccountCreatedEvent struct {
	OnAccount
	Origin
}

var _ = register[AccountCreatedEvent]("account_created")

func (*AccountCreatedEvent) summary() i18n.Message { return i18n.Msg("Account created") }

// LoginSucceededEvent records that somebody signed in.
type LoginSucceededEvent struct {
	OnAccount
	Origin
	Method LoginMethod `json:"method,omitempty"`
}

var _ = register[LoginSucceededEvent]("login_succeeded")

func (e *LoginSucceededEvent) summary() i18n.Message {
	return i18n.Msg("Signed in from %s, %s", e.Address, request.Device(e.Device))
}

// LoginFailedEvent records that a sign-in failed.
type LoginFailedEvent struct {
	OnAccount
	Origin
	Method LoginMethod `json:"method"`
}

var _ = register[LoginFailedEvent]("login_failed")

func (*LoginFailedEvent) summary() i18n.Message { return i18n.Msg("Sign-in failed") }

// LoginLockedEvent records that signing in with the password is locked.
type LoginLockedEvent struct {
	OnAccount
	Origin
}

var _ = register[LoginLockedEvent]("login_locked")

func (*LoginLockedEvent) summary() i18n.Message {
	return i18n.Msg("Sign-in locked after too many failures")
}

// LoginUnlockedEvent records that signing in with the password works again.
type LoginUnlockedEvent struct {
	OnAccount
	Origin
}

var _ = register[LoginUnlockedEvent]("login_unlocked")

func (*LoginUnlockedEvent) summary() i18n.Message {
	return i18n.Msg("Sign-in unlocked")
}

// A LoginMethod is a way to sign in.
type LoginMethod string

// The methods.
const (
	ByPassword     LoginMethod = "PASSWORD"
	ByGithub       LoginMethod = "GITHUB"
	ByPasskey      LoginMethod = "PASSKEY"
	ByTotp         LoginMethod = "TOTP"
	ByRecoveryCode LoginMethod = "RECOVERY_CODE"
)
