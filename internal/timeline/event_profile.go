package timeline

import (
	"portico/internal/i18n"
)

// ProfileUpdatedEvent records that the profile was changed.
type ProfileUpdatedEvent struct {
	OnAccount
	Fields []ProfileField `json:"fields"`
}

var _ = register[ProfileUpdatedEvent]("profile_updated")

func (*ProfileUpdatedEvent) summary() i18n.Message { return i18n.Msg("Profile updated") }

// A ProfileField is a part of the profile.
type ProfileField string
