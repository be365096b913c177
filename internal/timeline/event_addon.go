package timeline

import (
	"portico/ent"
	"portico/internal/gid"
	"portico/internal/i18n"
)

// AddonRequestedEvent records that an add-on was ordered.
type AddonRequestedEvent struct {
	OnApp
	Addon NamedAddon `json:"addon"`
}

var _ = register[AddonRequestedEvent]("addon_requested")

func (e *AddonRequestedEvent) summary() i18n.Message {
	return i18n.Msg("App %s: add-on %s (%s) requested", e.App.Name, e.Addon.Name, e.Addon.Plan)
}

// AddonProvisionedEvent records that an add-on that was ordered runs.
type AddonProvisionedEvent struct {
	OnApp
	Addon NamedAddon `json:"addon"`
}

var _ = register[AddonProvisionedEvent]("addon_provisioned")

func (e *AddonProvisionedEvent) summary() i18n.Message {
	return i18n.Msg("App %s: add-on %s is ready", e.App.Name, e.Addon.Name)
}

// AddonFailedEvent records that the platform couldn't provide an add-on.
type AddonFailedEvent struct {
	OnApp
	Addon NamedAddon `json:"addon"`
}

var _ = register[AddonFailedEvent]("addon_failed")

func (e *AddonFailedEvent) summary() i18n.Message {
	return i18n.Msg("App %s: add-on %s failed", e.App.Name, e.Addon.Name)
}

// AddonPlanChangedEvent records that another plan was ordered for an add-on.
type AddonPlanChangedEvent struct {
	OnApp
	Addon        NamedAddon `json:"addon"`
	PreviousPlan string     `json:"previous_plan"`
}

var _ = register[AddonPlanChangedEvent]("addon_plan_changed")

func (e *AddonPlanChangedEvent) summary() i18n.Message {
	return i18n.Msg("App %s: plan of add-on %s changed from %s to %s", e.App.Name, e.Addon.Name, e.PreviousPlan, e.Addon.Plan)
}

// AddonSuspendedEvent records that an add-on was suspended.
type AddonSuspendedEvent struct {
	OnApp
	Addon  NamedAddon `json:"addon"`
	Reason HoldReason `json:"reason"`
}

var _ = register[AddonSuspendedEvent]("addon_suspended")

func (e *AddonSuspendedEvent) summary() i18n.Message {
	if e.Reason == HeldForPayment {
		return i18n.Msg("App %s: add-on %s suspended: a payment failed", e.App.Name, e.Addon.Name)
	}
	return i18n.Msg("App %s: add-on %s suspended by the operator", e.App.Name, e.Addon.Name)
}

// AddonResumedEvent records that an add-on that was suspended runs again.
type AddonResumedEvent struct {
	OnApp
	Addon NamedAddon `json:"addon"`
}

var _ = register[AddonResumedEvent]("addon_resumed")

func (e *AddonResumedEvent) summary() i18n.Message {
	return i18n.Msg("App %s: add-on %s resumed", e.App.Name, e.Addon.Name)
}

// AddonRemovedEvent records that an add-on was removed.
type AddonRemovedEvent struct {
	OnApp
	Addon NamedAddon `json:"addon"`
}

var _ = register[AddonRemovedEvent]("addon_removed")

func (e *AddonRemovedEvent) summary() i18n.Message {
	return i18n.Msg("App %s: add-on %s removed", e.App.Name, e.Addon.Name)
}

// A NamedAddon is an add-on as it appears in an event.
type NamedAddon struct {
	ID   gid.ID `json:"id"`
	Name string `json:"name"`
	// Plan is the name of the plan that was ordered.
	Plan string `json:"plan"`
}

// NameAddon is an add-on as it is called now.
func NameAddon(a *ent.Addon) NamedAddon {
	return NamedAddon{ID: a.GlobalID(), Name: a.Name, Plan: a.Plan}
}

// A HoldReason is why something is on hold, as the API names it.
type HoldReason string

// The reasons.
const (
	HeldForPayment HoldReason = "PAYMENT_FAILURE"
	HeldByOperator HoldReason = "OPERATOR"
)
