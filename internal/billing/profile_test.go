package billing_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/internal/billing"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

func text(s string) *string { return &s }

func kind(k billingprofile.Kind) *billingprofile.Kind { return &k }

const (
	private  = billingprofile.KindPRIVATE
	business = billingprofile.KindBUSINESS
)

// profile is the viewer's.
func profile(t *testing.T, w *testkit.World, ctx context.Context) *ent.BillingProfile {
	t.Helper()
	b, err := w.BillingProfiles.Get(ctx)
	return testkit.Must(t, b, err)
}

// updates are how many events tell that the viewer's profile was changed.
func updates(w *testkit.World, ctx context.Context) (n int) {
	for _, kind := range w.Timeline(ctx, viewer.ID(ctx)) {
		if kind == "billing_profile_updated" {
			n++
		}
	}
	return n
}

func TestAProfileIsFilledInAndChanged(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	if b := profile(t, w, ada); b != nil {
		t.Errorf("there is one: %v", b)
	}
	c := testkit.Billing()
	c.LegalName, c.AddressLine2, c.Country, c.VatNumber = text(" Harbour \t Works  GmbH\n"), text("Hof"), text(" de"), text("de 136.695.976")
	c.InvoiceNote, c.Recipients = text("PO 4711"), []string{" Invoices@harbour.example ", "books@bücher.example"}
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, c))
	b := profile(t, w, ada)
	if b.Kind != business || b.LegalName != "Harbour Works GmbH" || b.AddressLine1 != "Hafenstraße 12" || b.AddressLine2 != "Hof" || b.PostalCode != "20457" ||
		b.City != "Hamburg" || b.State != "" || b.Country != "DE" || b.VatNumber != "DE136695976" || b.VatStatus != "UNCHECKED" || b.InvoiceNote != "PO 4711" ||
		!slices.Equal(b.Recipients, []string{"Invoices@harbour.example", "books@bücher.example"}) {
		t.Errorf("%+v", b)
	}
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, billing.Change{City: text("Bremen"), AddressLine2: text("")}))
	b.City, b.AddressLine2 = "Bremen", ""
	if got := profile(t, w, ada); !reflect.DeepEqual(said(got), said(b)) || got.ID != b.ID || got.VatStatus != "UNCHECKED" {
		t.Errorf("%+v", got)
	}
	if n := updates(w, ada); n != 2 {
		t.Errorf("%d events tell of two changes", n)
	}
	if b := profile(t, w, eve); b != nil {
		t.Errorf("eve sees %v", b)
	}
}

func said(b *ent.BillingProfile) []any {
	return []any{b.Kind, b.LegalName, b.AddressLine1, b.AddressLine2, b.PostalCode, b.City, b.State, b.Country, b.VatNumber, b.InvoiceNote, b.Recipients}
}

// What changes nothing leaves no event, and asks VIES nothing.
func TestAChangeThatChangesNothing(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	c := testkit.Billing()
	c.Recipients = []string{"a@example.com"}
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, c))
	w.RunDue(w.BillingProfiles.CheckVATJob())
	before := profile(t, w, ada)
	for _, same := range []billing.Change{{}, c, {VatNumber: text("136 695 976")}, {LegalName: text("Harbour  Works GmbH ")}, {Recipients: []string{" a@example.com"}}} {
		testkit.Must(t, 0, w.BillingProfiles.Update(ada, same))
	}
	if got := profile(t, w, ada); got.String() != before.String() {
		t.Errorf("%v, and it was %v", got, before)
	}
	if n := updates(w, ada); n != 1 {
		t.Errorf("%d events tell of one change", n)
	}
}

// What is wrong is said at its field, all at once, and nothing is saved.
func TestWhatIsWrongWithAProfile(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	long := func(n int) *string { return text(strings.Repeat("é", n)) }
	with := func(change func(*billing.Change)) billing.Change {
		c := testkit.Billing()
		change(&c)
		return c
	}
	for want, c := range map[string]billing.Change{
		"kind REQUIRED, legalName REQUIRED, addressLine1 REQUIRED, city REQUIRED, country REQUIRED": {},
		"legalName REQUIRED, addressLine1 REQUIRED, postalCode REQUIRED, city REQUIRED":             {Kind: kind(private), Country: text("FR")},
		"legalName REQUIRED, addressLine1 REQUIRED, city REQUIRED":                                  {Kind: kind(private), Country: text("US"), LegalName: text(" \u200b ")},
		"legalName TOO_LONG":            with(func(c *billing.Change) { c.LegalName = long(101) }),
		"addressLine1 TOO_LONG":         with(func(c *billing.Change) { c.AddressLine1 = long(101) }),
		"addressLine2 TOO_LONG":         with(func(c *billing.Change) { c.AddressLine2 = long(101) }),
		"postalCode TOO_LONG":           with(func(c *billing.Change) { c.PostalCode = long(21) }),
		"city TOO_LONG":                 with(func(c *billing.Change) { c.City = long(101) }),
		"state TOO_LONG":                with(func(c *billing.Change) { c.State = long(101) }),
		"invoiceNote TOO_LONG":          with(func(c *billing.Change) { c.InvoiceNote = long(301) }),
		"country COUNTRY_NOT_SUPPORTED": with(func(c *billing.Change) { c.Country = text("XX") }),
		"vatNumber VAT_NUMBER_INVALID":  with(func(c *billing.Change) { c.VatNumber = text("DE136695977") }),
		"recipients LIMIT_REACHED": with(func(c *billing.Change) {
			c.Recipients = []string{"a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example", "f@x.example"}
		}),
		"recipients.0 MALFORMED, recipients.2 TAKEN, recipients.3 REQUIRED": with(func(c *billing.Change) {
			c.Recipients = []string{"jane", "b@bücher.example", "B@xn--bcher-kva.example", " "}
		}),
	} {
		if got := testkit.InputErrors(w.BillingProfiles.Update(ada, c)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if b := profile(t, w, ada); b != nil || updates(w, ada) != 0 {
		t.Errorf("it was saved: %v", b)
	}
}

// A VAT number is one of a business in the European Union, and fits the rest after each
// change.
func TestWhoHasAVATNumber(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, testkit.Billing()))
	invalid := "vatNumber VAT_NUMBER_INVALID"
	for _, c := range []struct {
		billing.Change
		want string
	}{
		{billing.Change{Kind: kind(private)}, invalid},
		{billing.Change{Country: text("FR")}, invalid},
		{billing.Change{Country: text("CH")}, invalid},
		{billing.Change{VatNumber: text("FR40303265045")}, invalid},
		{billing.Change{Country: text("FR"), VatNumber: text("FR40303265045")}, ""},
		{billing.Change{Country: text("GR"), VatNumber: text("GR 94259216")}, ""},
		{billing.Change{Kind: kind(private), VatNumber: text("")}, ""},
		{billing.Change{VatNumber: text("EL094259216")}, invalid},
		{billing.Change{Country: text("CH"), Kind: kind(business)}, ""},
		{billing.Change{VatNumber: text("CHE-107.787.577 MWST")}, invalid},
	} {
		got := ""
		if err := w.BillingProfiles.Update(ada, c.Change); err != nil {
			got = testkit.InputErrors(err)
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.Change, got, c.want)
		}
	}
	if b := profile(t, w, ada); b.VatNumber != "" || b.VatStatus != "NONE" || b.VatDueAt != nil || b.Country != "CH" {
		t.Errorf("%+v", b)
	}
}

// VIES blocks those who ask for many numbers.
func TestVATNumbersOfADay(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, testkit.Billing()))
	numbers := []*string{text("DE811569869"), text("DE136695976")}
	for i := range 19 {
		testkit.Must(t, 0, w.BillingProfiles.Update(ada, billing.Change{VatNumber: numbers[i%2]}))
	}
	if got := testkit.InputErrors(w.BillingProfiles.Update(ada, billing.Change{VatNumber: numbers[1]})); got != "vatNumber LIMIT_REACHED" {
		t.Errorf("%q", got)
	}
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, billing.Change{City: text("Bremen"), VatNumber: text("")}))
	w.Clock.Move(24 * time.Hour)
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, billing.Change{VatNumber: numbers[1]}))
}

// Two who fill it in at the same time leave one profile.
func TestAnAccountHasOneProfile(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	done := make(chan error)
	for _, city := range []string{"Hamburg", "Bremen", "Kiel"} {
		c := testkit.Billing()
		c.City = &city
		go func() { done <- w.BillingProfiles.Update(ada, c) }()
	}
	for range 3 {
		testkit.Must(t, 0, <-done)
	}
	if n := w.DB.BillingProfile.Query().CountX(ada); n != 1 || updates(w, ada) != 3 {
		t.Errorf("%d profiles, %d events", n, updates(w, ada))
	}
}

// Whoever had the account meanwhile gets no more of its invoices.
func TestRecipientsThatSomebodyElseAddedAreRevoked(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	c := testkit.Billing()
	c.Recipients = []string{"books@example.com"}
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, c))
	w.Clock.Move(time.Hour)
	taken := w.Clock.Now()
	revoke := func() *ent.BillingProfile {
		testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error { return w.BillingProfiles.Holding().RevokeSince(ada, tx, nil, taken) }))
		return profile(t, w, ada)
	}
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, billing.Change{City: text("Bremen")}))
	if b := revoke(); len(b.Recipients) != 1 || updates(w, ada) != 2 {
		t.Errorf("older recipients are gone: %v, %d events", b.Recipients, updates(w, ada))
	}
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, billing.Change{Recipients: []string{"books@example.com", "eve@example.com"}}))
	if b := revoke(); len(b.Recipients) != 0 || updates(w, ada) != 4 {
		t.Errorf("the recipients are %v, %d events", b.Recipients, updates(w, ada))
	}
	if revoke(); updates(w, ada) != 4 {
		t.Error("nothing was revoked, and an event tells of it")
	}
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error { return w.BillingProfiles.Holding().RevokeAll(ada, tx, nil) }))
	if b := profile(t, w, ada); b != nil {
		t.Errorf("what a stranger filled in is left: %v", b)
	}
}

// Countries are those of ISO 3166-1, of which there are 249, and no others.
func TestCountries(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	known := func(code string) bool {
		err := w.BillingProfiles.Update(ada, billing.Change{Country: &code})
		return !strings.Contains(testkit.InputErrors(err), "country COUNTRY_NOT_SUPPORTED")
	}
	var all []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string(a) + string(b); known(code) {
				all = append(all, code)
			}
		}
	}
	if len(all) != 249 {
		t.Errorf("%d are countries: %v", len(all), all)
	}
	list, err := os.ReadFile(filepath.Join(testkit.Root(t), "frontend/src/sections/billing-profile/countries.ts"))
	testkit.Must(t, list, err)
	if shown := regexp.MustCompile(`(?s)countries = \(.*?\)`).FindString(string(list)); !slices.Equal(regexp.MustCompile(`\b[A-Z]{2}\b`).FindAllString(shown, -1), all) {
		t.Errorf("the dashboard offers other countries: %s", shown)
	}
	for _, code := range []string{"UK", "EL", "EU", "XK", "AN", "YU", "276", "DEU", "D", "ÄÖ", "D\x00"} {
		if known(code) {
			t.Errorf("%q is a country", code)
		}
	}
}
