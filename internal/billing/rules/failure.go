package rules

// A FailureReason is why a payment failed, as the API names it.
type FailureReason string

// The reasons.
const (
	InsufficientFunds    FailureReason = "INSUFFICIENT_FUNDS"
	CardExpired          FailureReason = "CARD_EXPIRED"
	Declined             FailureReason = "DECLINED"
	CardLost             FailureReason = "CARD_LOST"
	AuthenticationFailed FailureReason = "AUTHENTICATION_FAILED"
	MandateRevoked       FailureReason = "MANDATE_REVOKED"
	BankAccountClosed    FailureReason = "BANK_ACCOUNT_CLOSED"
	InsufficientCredit   FailureReason = "INSUFFICIENT_CREDIT"
	NoMethod             FailureReason = "NO_METHOD"
	ProviderFault        FailureReason = "PROVIDER_FAULT"
)

// Hard reports whether a method that failed for this reason can't be charged until it is
// replaced. After any other reason the schedule continues: the next attempt may succeed.
func (r FailureReason) Hard() bool {
	switch r {
	case CardExpired, CardLost, MandateRevoked, BankAccountClosed:
		return true
	}
	return false
}
