package timeline

import (
	"portico/internal/i18n"
	"portico/internal/request"
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
		return i18n.Msg("Session on %s ended", request.Device(*e.EndedDevice))
	}
	return i18n.Plural(int(e.Sessions), "%d other session ended", "%d other sessions ended")
}
