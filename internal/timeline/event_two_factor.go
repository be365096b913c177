package timeline

import (
	"portico/internal/i18n"
)

// TwoFactorEnabledEvent records that the two-factor authentication was turned on.
type TwoFactorEnabledEvent struct {
	OnAccount
	Origin
}

var _ = register[TwoFactorEnabledEvent]("two_factor_enabled")

func (*TwoFactorEnabledEvent) summary() i18n.Message {
	return i18n.Msg("Two-factor authentication turned on")
}

// TwoFactorDisabledEvent records that the two-factor authentication was turned off.
type TwoFactorDisabledEvent struct {
	OnAccount
	Origin
}

var _ = register[TwoFactorDisabledEvent]("two_factor_disabled")

func (*TwoFactorDisabledEvent) summary() i18n.Message {
	return i18n.Msg("Two-factor authentication turned off")
}

// RecoveryCodeUsedEvent records that a recovery code was used.
type RecoveryCodeUsedEvent struct {
	OnAccount
	Origin
	Left int32 `json:"left"`
}

var _ = register[RecoveryCodeUsedEvent]("recovery_code_used")

func (e *RecoveryCodeUsedEvent) summary() i18n.Message {
	return i18n.Msg("Recovery code used, %d left", e.Left)
}

// RecoveryCodesRenewedEvent records that the recovery codes were renewed.
type RecoveryCodesRenewedEvent struct {
	OnAccount
	Origin
}

var _ = register[RecoveryCodesRenewedEvent]("recovery_codes_renewed")

func (*RecoveryCodesRenewedEvent) summary() i18n.Message { return i18n.Msg("Recovery codes renewed") }
