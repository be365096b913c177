package timeline

import (
	"portico/internal/i18n"
)

// PasskeyAddedEvent records that a passkey was added.
type PasskeyAddedEvent struct {
	OnAccount
	Origin
	Name string `json:"name" personal:"true"`
}

var _ = register[PasskeyAddedEvent]("passkey_added")

func (e *PasskeyAddedEvent) summary() i18n.Message { return i18n.Msg("Passkey “%s” added", e.Name) }

// PasskeyRemovedEvent records that a passkey was removed.
type PasskeyRemovedEvent struct {
	OnAccount
	Origin
	Name string `json:"name" personal:"true"`
}

var _ = register[PasskeyRemovedEvent]("passkey_removed")

func (e *PasskeyRemovedEvent) summary() i18n.Message {
	return i18n.Msg("Passkey “%s” removed", e.Name)
}
