package timeline

import (
	"portico/internal/i18n"
)

// APITokenCreatedEvent records that an API token was created.
type APITokenCreatedEvent struct {
	OnAccount
	Origin
	Name     string `json:"name" personal:"true"`
	LastFour string `json:"last_four"`
}

var _ = register[APITokenCreatedEvent]("api_token_created")

func (e *APITokenCreatedEvent) summary() i18n.Message {
	return i18n.Msg("API token “%s” created", e.Name)
}

// APITokenRenewedEvent records that an API token got a new secret.
type APITokenRenewedEvent struct {
	OnAccount
	Origin
	Name     string `json:"name" personal:"true"`
	LastFour string `json:"last_four"`
}

var _ = register[APITokenRenewedEvent]("api_token_renewed")

func (e *APITokenRenewedEvent) summary() i18n.Message {
	return i18n.Msg("API token “%s” renewed", e.Name)
}

// APITokenRevokedEvent records that an API token was revoked.
type APITokenRevokedEvent struct {
	OnAccount
	Origin
	Name     string `json:"name" personal:"true"`
	LastFour string `json:"last_four"`
}

var _ = register[APITokenRevokedEvent]("api_token_revoked")

func (e *APITokenRevokedEvent) summary() i18n.Message {
	return i18n.Msg("API token “%s” revoked", e.Name)
}
