package rules

import "portico/internal/state"

// A DocumentState is whether an invoice is issued.
type DocumentState string

// The states of the document. An issued invoice never changes.
const (
	DocumentDraft  DocumentState = "DRAFT"
	DocumentIssued DocumentState = "ISSUED"
)

// Documents are the states of an invoice as a document.
var Documents = state.Table[DocumentState]{
	Name: "Invoice, the document", Start: DocumentDraft,
	Rows: []state.Row[DocumentState]{
		{State: DocumentDraft, Next: []DocumentState{DocumentIssued}},
		{State: DocumentIssued},
	},
}

// A CollectionState is how far an invoice is paid, as the API names it; a draft's, which
// the API doesn't show, is none.
type CollectionState string

// The states of collection.
const (
	CollectionNone CollectionState = "NONE"
	// CollectionOpen waits for its first payment.
	CollectionOpen CollectionState = "OPEN"
	// CollectionProcessing has a payment on its way.
	CollectionProcessing CollectionState = "PROCESSING"
	// CollectionActionRequired waits for the customer's authentication.
	CollectionActionRequired CollectionState = "ACTION_REQUIRED"
	// CollectionUnpaid has a payment that failed or was reversed.
	CollectionUnpaid CollectionState = "UNPAID"
	CollectionPaid   CollectionState = "PAID"
	// CollectionCredited was never paid: credit notes took all of it.
	CollectionCredited CollectionState = "CREDITED"
	// CollectionUncollectible was written off. It can still be paid.
	CollectionUncollectible CollectionState = "UNCOLLECTIBLE"
)

// Collections are the states of an invoice as something to be paid.
var Collections = state.Table[CollectionState]{
	Name: "Invoice, its collection", Start: CollectionNone,
	Rows: []state.Row[CollectionState]{
		// Issued; issued with nothing to pay; issued and written off (M15).
		{State: CollectionNone, Next: []CollectionState{CollectionOpen, CollectionPaid, CollectionUncollectible}},
		{State: CollectionOpen, Next: []CollectionState{CollectionProcessing, CollectionUnpaid, CollectionPaid, CollectionCredited}},
		// Not credited: a credit note waits until no payment is on its way (M49). Back to
		// uncollectible where that is what it was before the payment.
		{State: CollectionProcessing, Next: []CollectionState{CollectionActionRequired, CollectionUnpaid, CollectionPaid, CollectionUncollectible}},
		{State: CollectionActionRequired, Next: []CollectionState{CollectionProcessing, CollectionUnpaid, CollectionPaid, CollectionUncollectible}},
		{State: CollectionUnpaid, Next: []CollectionState{CollectionProcessing, CollectionPaid, CollectionCredited, CollectionUncollectible}},
		// The payment was reversed, or the purchase of the credit that paid it.
		{State: CollectionPaid, Next: []CollectionState{CollectionUnpaid}},
		{State: CollectionCredited},
		{State: CollectionUncollectible, Next: []CollectionState{CollectionProcessing, CollectionPaid, CollectionCredited}},
	},
}

// Clears reports whether an invoice in this state is no longer unpaid (M31). In all other
// states it stays unpaid since its first failure, also while a payment is on its way.
func (s CollectionState) Clears() bool {
	return s == CollectionPaid || s == CollectionCredited || s == CollectionUncollectible
}
