package rules

// A Return is what it means that a bank returned a SEPA debit (M28).
type Return struct {
	Reason FailureReason
	// Hard means that the mandate can't be debited until it is replaced. Otherwise the
	// debit is presented again at the next slot of the calendar.
	Hard bool
	// Reversal means that the code is only used for debits that have settled. Whatever the
	// code, a debit that is returned after it settled is a reversal.
	Reversal bool
}

// returns are the reasons behind return codes: codes of ISO 20022, as the European Payments
// Council uses them for SEPA direct debits.
var returns = map[string]FailureReason{
	"AC01": BankAccountClosed, // the IBAN is wrong
	"AC04": BankAccountClosed,
	"AC06": BankAccountClosed, // the account is blocked
	"AC13": BankAccountClosed, // a consumer's account, debited as that of a business
	"AG01": BankAccountClosed, // the account can't be debited
	"AM04": InsufficientFunds,
	"MD01": MandateRevoked,    // there is no mandate
	"MD02": MandateRevoked,    // what the mandate says is missing or wrong
	"MD06": MandateRevoked,    // the debtor asked for the money back
	"MD07": BankAccountClosed, // the debtor is deceased
	"MS02": Declined,          // the debtor refused it
	"MS03": Declined,          // the bank gives no reason
	"SL01": Declined,          // the debtor had the bank block the creditor
}

// ReturnOf is what a return code means. A debit that was returned for lack of funds (AM04),
// or for no stated reason (MS03), is presented again once. Any other code is hard, and so
// is the second return: again is whether the debit had been presented before. Other codes
// are about how the debit was submitted, which is the provider's fault.
func ReturnOf(code string, again bool) Return {
	reason, known := returns[code]
	if !known {
		reason = ProviderFault
	}
	soft := !again && (code == "AM04" || code == "MS03")
	return Return{Reason: reason, Hard: !soft, Reversal: code == "MD06"}
}
