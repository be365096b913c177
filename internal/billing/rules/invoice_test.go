package rules_test

import (
	"testing"

	"portico/internal/billing/rules"
)

func TestStatesOfAnInvoice(t *testing.T) {
	t.Parallel()
	follows(t, rules.Documents, map[rules.DocumentState][]rules.DocumentState{"DRAFT": {"ISSUED"}, "ISSUED": nil})
	type states = []rules.CollectionState
	follows(t, rules.Collections, map[rules.CollectionState][]rules.CollectionState{
		"NONE":            states{"OPEN", "PAID", "UNCOLLECTIBLE"},
		"OPEN":            states{"PROCESSING", "UNPAID", "PAID", "CREDITED"},
		"PROCESSING":      states{"ACTION_REQUIRED", "UNPAID", "PAID", "UNCOLLECTIBLE"},
		"ACTION_REQUIRED": states{"PROCESSING", "UNPAID", "PAID", "UNCOLLECTIBLE"},
		"UNPAID":          states{"PROCESSING", "PAID", "CREDITED", "UNCOLLECTIBLE"},
		"PAID":            states{"UNPAID"},
		"CREDITED":        nil,
		"UNCOLLECTIBLE":   states{"PROCESSING", "PAID", "CREDITED"},
	})
}

func TestM31_WhatClearsAnUnpaidInvoice(t *testing.T) {
	t.Parallel()
	clears := map[rules.CollectionState]bool{rules.CollectionPaid: true, rules.CollectionCredited: true, rules.CollectionUncollectible: true}
	for _, s := range rules.Collections.States() {
		if s.Clears() != clears[s] {
			t.Errorf("%s clears: %v", s, s.Clears())
		}
	}
}
