// Package billing is what an account's invoices are made out to: the billing profile with
// its VAT number. It charges nothing. What VIES says of a VAT number is asked by a worker
// outside of any transaction, and only an answer changes what was known before.
package billing

import (
	"context"
	"fmt"
	"slices"
	"time"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/internal/attempt"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/vatnumber"
)

// vatNumbersADay is how many VAT numbers an account can enter: VIES blocks those who ask
// for many.
const vatNumbersADay = 20

// A Registry knows which VAT numbers businesses have: VIES, or the one of a sandbox.
type Registry interface {
	Valid(ctx context.Context, n vatnumber.Number) (bool, error)
}

// Profiles manages the billing profiles of accounts.
type Profiles struct {
	DB       *store.DB
	Log      *timeline.Log
	Attempts attempt.Limiter
	// Now is business time, and Real real time.
	Now, Real func() time.Time
	// VIES is asked whether VAT numbers are valid.
	VIES Registry
	// Wake has the workers look what is due.
	Wake func()
}

// Get returns the viewer's billing profile, or nil if none was filled in yet.
func (p Profiles) Get(ctx context.Context) (*ent.BillingProfile, error) {
	return found(p.DB.BillingProfile.Query().Only(ctx))
}

func found(b *ent.BillingProfile, err error) (*ent.BillingProfile, error) {
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return b, problem.Wrap("load billing profile", err)
}

// A Change is what to change; nil leaves a field as it is.
type Change struct {
	Kind                                                           *billingprofile.Kind
	LegalName, AddressLine1, AddressLine2, PostalCode, City, State *string
	Country, VatNumber, InvoiceNote                                *string
	Recipients                                                     []string
}

// Update changes the viewer's billing profile, or fills it in. If nothing differs, nothing
// happens.
func (p Profiles) Update(ctx context.Context, c Change) error {
	return store.Do(ctx, p.DB, func(tx *ent.Tx) error {
		a, err := store.LockViewer(ctx, p.DB, tx)
		if err != nil {
			return err
		}
		old, err := found(tx.BillingProfile.Query().Only(ctx))
		if err != nil {
			return err
		}
		wanted, err := c.applied(old)
		if err != nil || old != nil && slices.Equal(said(old), said(&wanted)) {
			return err
		}
		if err := p.save(ctx, tx, a, old, &wanted); err != nil {
			return err
		}
		return p.Log.Record(ctx, tx, &timeline.BillingProfileUpdatedEvent{})
	})
}

// said is what the customer has said in a profile.
func said(b *ent.BillingProfile) []string {
	return append([]string{
		string(b.Kind), b.LegalName, b.AddressLine1, b.AddressLine2, b.PostalCode, b.City, b.State, b.Country, b.VatNumber, b.InvoiceNote,
	}, b.Recipients...)
}

// save writes what was changed. Of a new VAT number nothing is known yet.
func (p Profiles) save(ctx context.Context, tx *ent.Tx, a *ent.Account, old, wanted *ent.BillingProfile) error {
	create := tx.BillingProfile.Create().SetCreatedAt(p.Now())
	m, exec := create.Mutation(), create.Exec
	if old != nil {
		update := tx.BillingProfile.UpdateOne(old)
		m, exec = update.Mutation(), update.Exec
	}
	m.SetKind(wanted.Kind)
	m.SetLegalName(wanted.LegalName)
	m.SetAddressLine1(wanted.AddressLine1)
	m.SetAddressLine2(wanted.AddressLine2)
	m.SetPostalCode(wanted.PostalCode)
	m.SetCity(wanted.City)
	m.SetState(wanted.State)
	m.SetCountry(wanted.Country)
	m.SetInvoiceNote(wanted.InvoiceNote)
	m.SetRecipients(wanted.Recipients)
	if old == nil || !slices.Equal(old.Recipients, wanted.Recipients) {
		m.SetRecipientsAt(p.Real())
	}
	if old == nil || old.VatNumber != wanted.VatNumber {
		if err := p.saveNumber(ctx, tx, a, m, wanted.VatNumber); err != nil {
			return err
		}
	}
	if err := exec(ctx); err != nil {
		return fmt.Errorf("save billing profile: %w", err)
	}
	return nil
}

// saveNumber has VIES asked about a new VAT number.
func (p Profiles) saveNumber(ctx context.Context, tx *ent.Tx, a *ent.Account, m *ent.BillingProfileMutation, number string) error {
	m.SetVatNumber(number)
	m.SetVatTries(0)
	m.ClearVatAnsweredAt()
	if number == "" {
		m.SetVatStatus(billingprofile.VatStatusNONE)
		m.ClearVatDueAt()
		return nil
	}
	m.SetVatStatus(billingprofile.VatStatusUNCHECKED)
	m.SetVatDueAt(p.Now())
	ok, err := p.Attempts.Within(ctx, tx, "vat_number", attempt.OfAccount(a.ID), vatNumbersADay, 24*time.Hour)
	if err != nil {
		return err
	}
	if !ok {
		return problem.In("vatNumber", problem.LimitReached, "You entered %d VAT numbers within a day. Try again tomorrow.", vatNumbersADay)
	}
	store.After(tx, p.Wake)
	return nil
}
