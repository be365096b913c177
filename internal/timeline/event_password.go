package timeline

import (
	"portico/internal/i18n"
)

// PasswordChangedEvent records that the password was changed.
type PasswordChangedEvent struct {
	OnAccount
	Origin
}

var _ = register[PasswordChangedEvent]("password_changed")

func (*PasswordChangedEvent) summary() i18n.Message { return i18n.Msg("Password changed") }

// PasswordResetRequestedEvent records that a link to reset the password was requested.
type PasswordResetRequestedEvent struct {
	OnAccount
	Origin
}

var _ = register[PasswordResetRequestedEvent]("password_reset_requested")

func (*PasswordResetRequestedEvent) summary() i18n.Message {
	return i18n.Msg("Password reset requested")
}

// PasswordResetEvent records that the password was set with an emailed link.
type PasswordResetEvent struct {
	OnAccount
	Origin
}

var _ = register[PasswordResetEvent]("password_reset")

func (*PasswordResetEvent) summary() i18n.Message { return i18n.Msg("Password reset") }
