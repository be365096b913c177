package rules_test

import (
	"testing"

	"portico/internal/billing/rules"
)

func TestWhichFailuresAreHard(t *testing.T) {
	t.Parallel()
	for reason, want := range map[rules.FailureReason]bool{
		rules.InsufficientFunds: false, rules.Declined: false, rules.AuthenticationFailed: false,
		rules.InsufficientCredit: false, rules.NoMethod: false, rules.ProviderFault: false,
		rules.CardExpired: true, rules.CardLost: true, rules.MandateRevoked: true, rules.BankAccountClosed: true,
	} {
		if got := reason.Hard(); got != want {
			t.Errorf("%s: hard is %v", reason, got)
		}
	}
}
