package timeline

import (
	"portico/internal/i18n"
)

// DataExportRequestedEvent records that an export of the data was requested.
type DataExportRequestedEvent struct {
	OnAccount
	Origin
}

var _ = register[DataExportRequestedEvent]("data_export_requested")

func (*DataExportRequestedEvent) summary() i18n.Message { return i18n.Msg("Data export requested") }

// DataExportReadyEvent records that an export can be downloaded.
type DataExportReadyEvent struct {
	OnAccount
	Origin
}

var _ = register[DataExportReadyEvent]("data_export_ready")

func (*DataExportReadyEvent) summary() i18n.Message { return i18n.Msg("Data export ready") }
