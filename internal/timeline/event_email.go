package timeline

import (
	"portico/internal/i18n"
)

// EmailVerifiedEvent records that the email address was verified.
type EmailVerifiedEvent struct {
	OnAccount
	Origin
	Email string `json:"email" personal:"true"`
}

var _ = register[EmailVerifiedEvent]("email_verified")

func (e *EmailVerifiedEvent) summary() i18n.Message {
	return i18n.Msg("Email address %s verified", e.Email)
}

// EmailChangeRequestedEvent records that another email address was requested.
type EmailChangeRequestedEvent struct {
	OnAccount
	Origin
	NewEmail string `json:"new_email" personal:"true"`
}

var _ = register[EmailChangeRequestedEvent]("email_change_requested")

func (e *EmailChangeRequestedEvent) summary() i18n.Message {
	return i18n.Msg("Change of email address to %s requested", e.NewEmail)
}

// EmailChangedEvent records that the email address was changed, or changed back.
type EmailChangedEvent struct {
	OnAccount
	Origin
	Email         string `json:"email" personal:"true"`
	PreviousEmail string `json:"previous_email" personal:"true"`
}

var _ = register[EmailChangedEvent]("email_changed")

func (e *EmailChangedEvent) summary() i18n.Message {
	return i18n.Msg("Email address changed from %s to %s", e.PreviousEmail, e.Email)
}
