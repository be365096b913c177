package billing

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/store"
	"portico/internal/timeline"
)

// Holding is an account's billing profile. It goes with the account: an invoice has a
// copy of what it needs. Recipients read invoices, so they are revoked like credentials.
func (p Profiles) Holding() holding.Holding {
	return holding.Holding{
		Tables: []string{billingprofile.Table},
		Erase:  erase, RevokeAll: erase, RevokeSince: p.removeRecipients,
		Files: []holding.File{{
			Name: "billing-details.json", About: i18n.Msg("Your billing details"), Weight: 1, Write: holding.JSON(p.export),
		}},
	}
}

func erase(ctx context.Context, tx *ent.Tx, _ *ent.Account) error {
	return store.Erase(ctx, tx.BillingProfile.Delete())
}

// removeRecipients removes recipients that were changed since a time.
func (p Profiles) removeRecipients(ctx context.Context, tx *ent.Tx, _ *ent.Account, since time.Time) error {
	b, err := found(tx.BillingProfile.Query().Where(billingprofile.RecipientsAtGTE(since)).Only(ctx))
	if err != nil || b == nil || len(b.Recipients) == 0 {
		return err
	}
	if err := tx.BillingProfile.UpdateOne(b).SetRecipients([]string{}).Exec(ctx); err != nil {
		return fmt.Errorf("remove recipients: %w", err)
	}
	return p.Log.Record(ctx, tx, &timeline.BillingProfileUpdatedEvent{})
}

func (p Profiles) export(ctx context.Context) ([]holding.Object, error) {
	rows, err := p.DB.BillingProfile.Query().All(ctx)
	return holding.Objects(rows, err, func(b *ent.BillingProfile) holding.Object {
		return holding.Object{
			"kind": b.Kind, "legalName": b.LegalName, "addressLine1": b.AddressLine1, "addressLine2": b.AddressLine2,
			"postalCode": b.PostalCode, "city": b.City, "state": b.State, "country": b.Country,
			"vatNumber": b.VatNumber, "vatStatus": b.VatStatus, "vatAnsweredAt": b.VatAnsweredAt,
			"invoiceNote": b.InvoiceNote, "recipients": b.Recipients, "createdAt": b.CreatedAt,
		}
	})
}
