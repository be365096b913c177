package timeline

import (
	"portico/internal/i18n"
)

// AppCreatedEvent records that an app was created.
type AppCreatedEvent struct {
	OnApp
}

var _ = register[AppCreatedEvent]("app_created")

func (e *AppCreatedEvent) summary() i18n.Message { return i18n.Msg("App %s created", e.App.Name) }

// AppRenamedEvent records that an app was renamed.
type AppRenamedEvent struct {
	OnApp
	PreviousName string `json:"previous_name"`
}

var _ = register[AppRenamedEvent]("app_renamed")

func (e *AppRenamedEvent) summary() i18n.Message {
	return i18n.Msg("App %s renamed to %s", e.PreviousName, e.App.Name)
}

// AppDeletedEvent records that an app was deleted.
type AppDeletedEvent struct {
	OnApp
}

var _ = register[AppDeletedEvent]("app_deleted")

func (e *AppDeletedEvent) summary() i18n.Message { return i18n.Msg("App %s deleted", e.App.Name) }
