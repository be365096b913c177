package timeline

import "portico/internal/i18n"

// AppScaledEvent records that amounts or sizes of containers were ordered.
type AppScaledEvent struct {
	OnApp
	Containers []ContainerChange `json:"containers"`
}

var _ = register[AppScaledEvent]("app_scaled")

func (e *AppScaledEvent) summary() i18n.Message {
	named := e.Containers[:min(len(e.Containers), maxNamedChanges)]
	var list i18n.Message
	for i, c := range named {
		if i == 0 {
			list = c.summary()
		} else {
			list = i18n.Msg("%s, %s", list, c.summary())
		}
	}
	if more := len(e.Containers) - len(named); more > 0 {
		list = i18n.Msg("%s, %s", list, i18n.Plural(more, "%d more type", "%d more types"))
	}
	return i18n.Msg("App %s scaled: %s", e.App.Name, list)
}

// maxNamedChanges is how many types of containers a summary names.
const maxNamedChanges = 3

func (c ContainerChange) summary() i18n.Message {
	if c.Amount == 0 {
		return i18n.Msg("no %s containers", c.Type)
	}
	return i18n.Msg("%s to %d × %s", c.Type, c.Amount, c.Plan)
}

// AppStoppedEvent records that all containers of an app were ordered to stop.
type AppStoppedEvent struct {
	OnApp
	Reason AppStopReason `json:"reason"`
}

var _ = register[AppStoppedEvent]("app_stopped")

func (e *AppStoppedEvent) summary() i18n.Message {
	switch e.Reason {
	case StoppedForPayment:
		return i18n.Msg("App %s stopped: a payment failed", e.App.Name)
	case StoppedByOperator:
		return i18n.Msg("App %s stopped by the operator", e.App.Name)
	}
	return i18n.Msg("App %s stopped", e.App.Name)
}

// AppRestartedEvent records that the containers of an app were restarted.
type AppRestartedEvent struct{ OnApp }

var _ = register[AppRestartedEvent]("app_restarted")

func (e *AppRestartedEvent) summary() i18n.Message {
	return i18n.Msg("App %s restarted", e.App.Name)
}

// A ContainerChange is what was ordered of one type of containers.
type ContainerChange struct {
	Type           string `json:"type"`
	Plan           string `json:"plan"`
	Amount         int32  `json:"amount"`
	PreviousAmount int32  `json:"previous_amount"`
	// PreviousPlan is nil where the type is new.
	PreviousPlan *string `json:"previous_plan,omitempty"`
}

// An AppStopReason is why an app was stopped, as the API names it.
type AppStopReason string

// The reasons.
const (
	StoppedByUser     AppStopReason = "USER"
	StoppedForPayment AppStopReason = "PAYMENT_FAILURE"
	StoppedByOperator AppStopReason = "OPERATOR"
)
