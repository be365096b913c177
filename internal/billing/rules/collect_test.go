package rules_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"portico/internal/billing/rules"
	"portico/internal/money"
)

func TestM15_M58_WhatBecomesOfABill(t *testing.T) {
	t.Parallel()
	october, december := rules.Month{Year: 2026, Month: time.October}, rules.Month{Year: 2026, Month: time.December}
	for _, c := range []struct {
		name string
		bill rules.Bill
		want rules.Decision
	}{
		{"no usage", rules.Bill{Month: october}, rules.Leave},
		{"no usage in December", rules.Bill{Month: december}, rules.Leave},
		{"no usage, closing", rules.Bill{Month: october, Closing: true}, rules.Leave},
		{"an ordinary bill", rules.Bill{Lines: 3, Gross: 1190, Month: october}, rules.Issue},
		{"0.50 €", rules.Bill{Lines: 1, Gross: 50, Month: october}, rules.Issue},
		{"0.49 €", rules.Bill{Lines: 1, Gross: 49, Month: october}, rules.Leave},
		{"0.49 €, and as much credit", rules.Bill{Lines: 1, Gross: 49, Funds: rules.Funds{Credit: 49}, Month: october}, rules.Issue},
		{"0.49 €, and less credit", rules.Bill{Lines: 1, Gross: 49, Funds: rules.Funds{Credit: 48}, Month: october}, rules.Leave},
		{"0.49 €, and credit that an older invoice waits for", rules.Bill{Lines: 1, Gross: 49, Funds: rules.Funds{Credit: 49, OlderUnpaid: true}, Month: october}, rules.Leave},
		{"0.49 € in December", rules.Bill{Lines: 1, Gross: 49, Month: december}, rules.WriteOff},
		{"0.49 € in December, and as much credit", rules.Bill{Lines: 1, Gross: 49, Funds: rules.Funds{Credit: 49}, Month: december}, rules.Issue},
		{"0.49 €, closing", rules.Bill{Lines: 1, Gross: 49, Month: october, Closing: true}, rules.WriteOff},
		{"0.50 €, closing", rules.Bill{Lines: 1, Gross: 50, Month: october, Closing: true}, rules.Issue},
		{"a discount took all", rules.Bill{Lines: 2, Gross: 0, Month: october}, rules.Issue},
		{"a discount took all, and an older invoice is unpaid", rules.Bill{Lines: 2, Gross: 0, Funds: rules.Funds{OlderUnpaid: true}, Month: october}, rules.Issue},
		{"a discount took all in December", rules.Bill{Lines: 2, Gross: 0, Month: december}, rules.Issue},
	} {
		if got := c.bill.Decide(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A larger bill, more credit, the year's end, or closing never leave what would have been
// issued; and with the year nothing that costs something is left.
func TestM15_NothingWaitsForever(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bill := rules.Bill{
			Lines: 1, Gross: money.Cents(rapid.Int64Range(0, 120).Draw(t, "gross")),
			Funds:   rules.Funds{Credit: money.Cents(rapid.Int64Range(0, 120).Draw(t, "credit")), OlderUnpaid: rapid.Bool().Draw(t, "older")},
			Month:   rules.Month{Year: 2026, Month: time.Month(rapid.IntRange(1, 12).Draw(t, "month"))},
			Closing: rapid.Bool().Draw(t, "closing"),
		}
		got := bill.Decide()
		if final := bill.Closing || bill.Month.Month == time.December; final && got == rules.Leave || !final && got == rules.WriteOff {
			t.Fatalf("%+v: %s", bill, got)
		}
		if got == rules.WriteOff && bill.Gross >= rules.Smallest {
			t.Fatalf("%+v is written off", bill)
		}
		more := bill
		more.Gross, more.Funds.Credit = more.Gross+rules.Smallest, more.Funds.Credit+rules.Smallest
		if got == rules.Issue && more.Decide() != rules.Issue {
			t.Fatalf("%+v: %s", more, more.Decide())
		}
	})
}
