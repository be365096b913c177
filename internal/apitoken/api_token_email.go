package apitoken

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/viewer"
)

// tellOfToken emails the viewer that a token was created or renewed.
func (s Tokens) tellOfToken(ctx context.Context, tx *ent.Tx, t *ent.APIToken, kind string) error {
	a, err := tx.Account.Get(ctx, viewer.ID(ctx))
	if err != nil {
		return fmt.Errorf("load account: %w", err)
	}
	email := notify.Email{
		Kind:    kind,
		Subject: i18n.Msg("API token created for your account"),
		Lines:   []i18n.Message{i18n.Msg("The API token “%s” was created for your account %s. Its secret ends in %s.", t.Name, a.Username, t.LastFour)},
		Button:  &notify.Button{Label: i18n.Msg("Review your API tokens"), Path: "/api-tokens"},
	}
	if kind == "api_token_renewed" {
		email.Subject = i18n.Msg("API token of your account regenerated")
		email.Lines = []i18n.Message{i18n.Msg("The API token “%s” of your account %s has a new secret ending in %s. The previous one no longer works.", t.Name, a.Username, t.LastFour)}
	}
	return s.Outbox.Tell(ctx, tx, a, email)
}
