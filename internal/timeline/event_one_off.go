package timeline

import (
	"portico/internal/gid"
	"portico/internal/i18n"
)

// OneOffStartedEvent records that a one-off container was ordered.
type OneOffStartedEvent struct {
	OnApp
	OneOff NamedOneOff `json:"one_off"`
}

var _ = register[OneOffStartedEvent]("one_off_started")

func (e *OneOffStartedEvent) summary() i18n.Message {
	return i18n.Msg("One-off started on %s: %s", e.App.Name, e.OneOff.short())
}

// OneOffEndedEvent records that a one-off container has ended.
type OneOffEndedEvent struct {
	OnApp
	OneOff NamedOneOff `json:"one_off"`
	// ExitCode is nil where it was ended, or the platform reported none.
	ExitCode *int32          `json:"exit_code,omitempty"`
	Reason   OneOffEndReason `json:"reason"`
}

var _ = register[OneOffEndedEvent]("one_off_ended")

func (e *OneOffEndedEvent) summary() i18n.Message {
	app, command := e.App.Name, e.OneOff.short()
	switch {
	case e.Reason == OneOffEndedByUser:
		return i18n.Msg("One-off stopped on %s: %s", app, command)
	case e.Reason == OneOffEndedForPayment:
		return i18n.Msg("One-off on %s stopped because a payment failed: %s", app, command)
	case e.Reason == OneOffEndedByOperator:
		return i18n.Msg("One-off on %s stopped by the operator: %s", app, command)
	case e.ExitCode != nil:
		return i18n.Msg("One-off on %s exited with code %d: %s", app, *e.ExitCode, command)
	}
	return i18n.Msg("One-off on %s exited: %s", app, command)
}

// A NamedOneOff is a one-off container as it appears in an event.
type NamedOneOff struct {
	ID      gid.ID `json:"id"`
	Command string `json:"command"`
	Plan    string `json:"plan"`
}

// shortCommand is how many characters of a command a summary has.
const shortCommand = 60

// short is the beginning of the command.
func (o NamedOneOff) short() string {
	if all := []rune(o.Command); len(all) > shortCommand {
		return string(all[:shortCommand-1]) + "…"
	}
	return o.Command
}

// A OneOffEndReason is why a one-off container has ended, as the API names it.
type OneOffEndReason string

// The reasons.
const (
	OneOffExited          OneOffEndReason = "EXITED"
	OneOffEndedByUser     OneOffEndReason = "USER"
	OneOffEndedForPayment OneOffEndReason = "PAYMENT_FAILURE"
	OneOffEndedByOperator OneOffEndReason = "OPERATOR"
)
