package rules

import (
	"slices"

	"portico/internal/state"
)

// An AttemptState is what a payment attempt is doing, as the API names it.
type AttemptState string

// The states of an attempt.
const (
	// AttemptCreated is committed, and the provider has confirmed nothing.
	AttemptCreated AttemptState = "CREATED"
	// AttemptSubmitting is being confirmed at the provider.
	AttemptSubmitting AttemptState = "SUBMITTING"
	AttemptSucceeded  AttemptState = "SUCCEEDED"
	// AttemptFailed is soft or hard by its reason: see FailureReason.Hard and ReturnOf.
	AttemptFailed AttemptState = "FAILED"
	// AttemptActionRequired waits for the customer's authentication (M25).
	AttemptActionRequired AttemptState = "ACTION_REQUIRED"
	// AttemptPending is a debit that was submitted, and that the bank answers days later.
	AttemptPending AttemptState = "PENDING"
	// AttemptUnknown is one whose outcome the provider has to be asked for.
	AttemptUnknown AttemptState = "UNKNOWN"
	// AttemptReversed had succeeded, and the money was taken back.
	AttemptReversed AttemptState = "REVERSED"
	// AttemptCancelled never reached the bank (M27).
	AttemptCancelled AttemptState = "CANCELLED"
)

// Attempts are the states of a payment attempt.
var Attempts = state.Table[AttemptState]{
	Name: "Payment attempt", Start: AttemptCreated,
	Rows: []state.Row[AttemptState]{
		// Succeeded or failed at once: paid from credit, or nothing can pay. No provider
		// is called for either.
		{State: AttemptCreated, Next: []AttemptState{AttemptSubmitting, AttemptSucceeded, AttemptFailed, AttemptCancelled}},
		{State: AttemptSubmitting, Next: []AttemptState{AttemptSucceeded, AttemptFailed, AttemptActionRequired, AttemptPending, AttemptUnknown}},
		{State: AttemptActionRequired, Next: []AttemptState{AttemptSucceeded, AttemptFailed, AttemptPending, AttemptUnknown}},
		{State: AttemptPending, Next: []AttemptState{AttemptSucceeded, AttemptFailed}},
		// Only what the provider says, or an operator, ends it (P5).
		{State: AttemptUnknown, Next: []AttemptState{AttemptSucceeded, AttemptFailed, AttemptActionRequired, AttemptPending}},
		{State: AttemptSucceeded, Next: []AttemptState{AttemptReversed}},
		// A dispute that is won is posted again.
		{State: AttemptReversed, Next: []AttemptState{AttemptSucceeded}},
		{State: AttemptFailed},
		{State: AttemptCancelled},
	},
}

// InFlightStates are those in which an attempt may still take money. An invoice has one
// such attempt at most (P1); while it has one, no other is created.
var InFlightStates = []AttemptState{AttemptCreated, AttemptSubmitting, AttemptActionRequired, AttemptPending, AttemptUnknown}

// InFlight reports whether the state is one of InFlightStates.
func (s AttemptState) InFlight() bool { return slices.Contains(InFlightStates, s) }
