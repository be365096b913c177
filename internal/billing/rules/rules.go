// Package rules decides what billing does: which time an invoice covers, what tax is on
// it, what it comes to, whether it is collected, what pays it, and when a payment is
// tried again. It is rules alone, values in and values out; it reads no database and no
// clock, and calls no payment provider. docs/billing.md has the rules by their numbers.
//
// The invariants: the same values give the same answer, in any time zone; an amount that
// can't be calculated exactly is an error, never another amount; and credit notes never
// give back more than the invoice took.
package rules
