package timeline

import "portico/internal/i18n"

// BillingProfileUpdatedEvent records that the billing details were changed.
type BillingProfileUpdatedEvent struct{ OnAccount }

var _ = register[BillingProfileUpdatedEvent]("billing_profile_updated")

func (*BillingProfileUpdatedEvent) summary() i18n.Message { return i18n.Msg("Billing details updated") }
