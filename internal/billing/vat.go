package billing

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/billingprofile"
	"portico/internal/vatnumber"
	"portico/internal/viewer"
	"portico/internal/worker"
)

const (
	// confirmedFor is how long VIES is taken at its word that a number is valid.
	confirmedFor = 90 * 24 * time.Hour
	// firstRetry is the wait after VIES was asked in vain, which doubles each time.
	firstRetry = time.Minute
	lastRetry  = 24 * time.Hour
)

// CheckVATJob asks VIES about VAT numbers that are new, or were confirmed some time ago.
func (p Profiles) CheckVATJob() worker.Job {
	return worker.Due{
		Name: "check VAT numbers", DB: p.DB, Now: p.Now, Business: true, Slow: true,
		Waiting: billingprofile.VatDueAtGT(time.Unix(0, 0).UTC()), // all: a bound has SQLite search its index
		Table:   billingprofile.Table, Column: billingprofile.FieldVatDueAt,
		OwnerTable: account.Table, OwnerColumn: billingprofile.FieldAccountID,
		Do: p.check,
	}.Job()
}

// check asks VIES about one number, with no transaction open, and notes the answer unless
// the number has changed meanwhile.
func (p Profiles) check(ctx context.Context, r *worker.Row) error {
	platform := viewer.AsSystem(ctx)
	asked, err := found(p.DB.BillingProfile.Get(platform, r.ID))
	if err != nil || asked == nil {
		return err
	}
	valid, unavailable := p.VIES.Valid(ctx, vatnumber.Number(asked.VatNumber))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return r.InTx(platform, func(tx *ent.Tx) error {
		b, err := tx.BillingProfile.Get(platform, r.ID)
		if err != nil {
			return fmt.Errorf("load billing profile: %w", err)
		}
		if b.VatNumber != asked.VatNumber {
			return worker.ErrLost // the new number is due as well
		}
		u := tx.BillingProfile.UpdateOne(b)
		if unavailable != nil {
			p.postpone(ctx, u, b, unavailable)
		} else {
			p.answer(u, valid)
		}
		if err := u.Exec(platform); err != nil {
			return fmt.Errorf("save answer of VIES: %w", err)
		}
		return nil
	})
}

func (p Profiles) answer(u *ent.BillingProfileUpdateOne, valid bool) {
	now := p.Now()
	u.SetVatAnsweredAt(now).SetVatTries(0)
	if valid {
		u.SetVatStatus(billingprofile.VatStatusCONFIRMED).SetVatDueAt(now.Add(confirmedFor))
	} else {
		u.SetVatStatus(billingprofile.VatStatusREFUSED).ClearVatDueAt()
	}
}

// postpone keeps what VIES said last, and has it asked again, ever more rarely.
func (p Profiles) postpone(ctx context.Context, u *ent.BillingProfileUpdateOne, b *ent.BillingProfile, cause error) {
	wait := lastRetry
	if b.VatTries < 20 { // longer waits are no waits of a day any more
		wait = min(firstRetry<<b.VatTries, lastRetry)
	}
	u.SetVatTries(b.VatTries + 1).SetVatDueAt(p.Now().Add(wait))
	slog.WarnContext(ctx, "VAT number not checked, tried again later", "profile", b.ID, "tries", b.VatTries+1, "after", wait, "err", cause)
}
