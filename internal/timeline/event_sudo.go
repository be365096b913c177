package timeline

import (
	"portico/internal/i18n"
)

// SudoGrantedEvent records that sudo mode was turned on.
type SudoGrantedEvent struct {
	OnAccount
	Origin
}

var _ = register[SudoGrantedEvent]("sudo_granted")

func (*SudoGrantedEvent) summary() i18n.Message { return i18n.Msg("Identity confirmed") }
