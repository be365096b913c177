package rules_test

import (
	"testing"

	"portico/internal/billing/rules"
	"portico/internal/state"
)

// follows checks that a table allows these transitions, and no others.
func follows[S ~string](t *testing.T, table state.Table[S], allowed map[S][]S) {
	t.Helper()
	known := map[S]bool{}
	for _, s := range table.States() {
		known[s] = true
	}
	for from, all := range allowed {
		may := map[S]bool{from: true}
		for _, to := range all {
			may[to] = true
		}
		for _, to := range table.States() {
			if err := table.Check(from, to); (err == nil) != may[to] {
				t.Errorf("from %s to %s: %v", from, to, err)
			}
		}
	}
	if !known[table.Start] || len(known) != len(allowed) {
		t.Errorf("%s has %d states, %d are tested", table.Name, len(known), len(allowed))
	}
	for _, r := range table.Rows {
		for _, next := range r.Next {
			if !known[next] {
				t.Errorf("%s follows %s, and is no state", next, r.State)
			}
		}
	}
}

func TestStatesOfAnAttempt(t *testing.T) {
	t.Parallel()
	type states = []rules.AttemptState
	follows(t, rules.Attempts, map[rules.AttemptState][]rules.AttemptState{
		"CREATED":         states{"SUBMITTING", "SUCCEEDED", "FAILED", "CANCELLED"},
		"SUBMITTING":      states{"SUCCEEDED", "FAILED", "ACTION_REQUIRED", "PENDING", "UNKNOWN"},
		"ACTION_REQUIRED": states{"SUCCEEDED", "FAILED", "PENDING", "UNKNOWN"},
		"PENDING":         states{"SUCCEEDED", "FAILED"},
		"UNKNOWN":         states{"SUCCEEDED", "FAILED", "ACTION_REQUIRED", "PENDING"},
		"SUCCEEDED":       states{"REVERSED"},
		"REVERSED":        states{"SUCCEEDED"},
		"FAILED":          nil,
		"CANCELLED":       nil,
	})
}

// An attempt leaves flight once, and never comes back: otherwise a second one could be
// created next to it.
func TestWhatHasLandedStaysLanded(t *testing.T) {
	t.Parallel()
	for _, from := range rules.Attempts.States() {
		for _, to := range rules.InFlightStates {
			if rules.Attempts.Check(from, to) == nil && !from.InFlight() {
				t.Errorf("%s can become %s", from, to)
			}
		}
	}
}

func TestInFlight(t *testing.T) {
	t.Parallel()
	landed := map[rules.AttemptState]bool{rules.AttemptSucceeded: true, rules.AttemptFailed: true, rules.AttemptReversed: true, rules.AttemptCancelled: true}
	for _, s := range rules.Attempts.States() {
		if s.InFlight() == landed[s] {
			t.Errorf("%s is in flight: %v", s, s.InFlight())
		}
	}
}
