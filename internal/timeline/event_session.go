package timeline

import (
	"portico/internal/i18n"
)

// SessionRevokedEvent records that sessions were ended from elsewhere.
type SessionRevokedEvent struct {
	OnAccount
	Origin
	Sessions    int32   `json:"sessions"`
	EndedDevice *string `json:"ended_device,omitempty" personal:"true"`
}

var _ = register[SessionRevokedEvent]("session_revoked")

func (e *SessionRevokedEvent) summary() i18n.Message {
	if e.EndedDevice != nil {
		return i18n.Msg("Session on %s ended", *e.EndedDevice)
	}
	return i18n.Msg("Other sessions ended: %d", e.Sessions)
}
