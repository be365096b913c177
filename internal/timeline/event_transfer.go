package timeline

import "portico/internal/i18n"

// AppTransferRequestedEvent records that an app was offered to another account, to which
// it happens.
type AppTransferRequestedEvent struct{ OnApp }

var _ = register[AppTransferRequestedEvent]("app_transfer_requested")

// To is the account that the app is offered to.
func (e *AppTransferRequestedEvent) To() *NamedAccount { return e.Account }

func (e *AppTransferRequestedEvent) summary() i18n.Message {
	return i18n.Msg("App %s offered to %s", e.App.Name, e.Account.Username)
}

// AppTransferCancelledEvent records that the offer of an app was canceled or declined, or
// has expired. It happens to the account that the app was offered to.
type AppTransferCancelledEvent struct{ OnApp }

var _ = register[AppTransferCancelledEvent]("app_transfer_cancelled")

// To is the account that the app was offered to.
func (e *AppTransferCancelledEvent) To() *NamedAccount { return e.Account }

func (e *AppTransferCancelledEvent) summary() i18n.Message {
	switch {
	case e.Actor.Account == nil:
		return i18n.Msg("The offer of app %s to %s has expired", e.App.Name, e.Account.Username)
	case e.Actor.Account.ID == e.Account.ID:
		return i18n.Msg("%s declined app %s", e.Account.Username, e.App.Name)
	}
	return i18n.Msg("The offer of app %s to %s was canceled", e.App.Name, e.Account.Username)
}

// AppTransferredEvent records that an app has another owner, to whom it happens.
type AppTransferredEvent struct {
	OnApp
	PreviousOwner *NamedAccount `json:"previous_owner"`
}

var _ = register[AppTransferredEvent]("app_transferred")

func (e *AppTransferredEvent) summary() i18n.Message {
	return i18n.Msg("App %s transferred from %s to %s", e.App.Name, e.PreviousOwner.Username, e.Account.Username)
}
