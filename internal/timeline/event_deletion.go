package timeline

import (
	"time"

	"portico/internal/i18n"
)

// AccountDeletionRequestedEvent records that the deletion of the account was confirmed.
type AccountDeletionRequestedEvent struct {
	OnAccount
	Origin
	DueAt time.Time `json:"due_at"`
}

var _ = register[AccountDeletionRequestedEvent]("account_deletion_requested")

func (*AccountDeletionRequestedEvent) summary() i18n.Message {
	return i18n.Msg("Account deletion requested")
}

// AccountDeletionCancelledEvent records that the deletion of the account was canceled.
type AccountDeletionCancelledEvent struct {
	OnAccount
	Origin
}

var _ = register[AccountDeletionCancelledEvent]("account_deletion_cancelled")

func (*AccountDeletionCancelledEvent) summary() i18n.Message {
	return i18n.Msg("Account deletion canceled")
}

// AccountDeletedEvent records that the personal data was removed.
type AccountDeletedEvent struct {
	OnAccount
	Origin
}

var _ = register[AccountDeletedEvent]("account_deleted")

func (*AccountDeletedEvent) summary() i18n.Message { return i18n.Msg("Account deleted") }
