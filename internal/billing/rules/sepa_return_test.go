package rules_test

import (
	"testing"

	"portico/internal/billing/rules"
)

func TestM28_Returns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		code  string
		again bool
		want  rules.Return
	}{
		{"AM04", false, rules.Return{Reason: rules.InsufficientFunds}},
		{"AM04", true, rules.Return{Reason: rules.InsufficientFunds, Hard: true}},
		{"MS03", false, rules.Return{Reason: rules.Declined}},
		{"MS03", true, rules.Return{Reason: rules.Declined, Hard: true}},
		{"MD01", false, rules.Return{Reason: rules.MandateRevoked, Hard: true}},
		{"MD06", false, rules.Return{Reason: rules.MandateRevoked, Hard: true, Reversal: true}},
		{"MD06", true, rules.Return{Reason: rules.MandateRevoked, Hard: true, Reversal: true}},
		{"AC04", false, rules.Return{Reason: rules.BankAccountClosed, Hard: true}},
		{"MS02", false, rules.Return{Reason: rules.Declined, Hard: true}},
		{"FF05", false, rules.Return{Reason: rules.ProviderFault, Hard: true}},
		{"", false, rules.Return{Reason: rules.ProviderFault, Hard: true}},
		{"am04", false, rules.Return{Reason: rules.ProviderFault, Hard: true}},
	} {
		if got := rules.ReturnOf(c.code, c.again); got != c.want {
			t.Errorf("%s, again %v: %+v, want %+v", c.code, c.again, got, c.want)
		}
	}
}
