// Package deletion deletes accounts: requested in sudo mode, confirmed by an emailed
// link, carried out after a period in which another link cancels it. What is personal is
// removed; what the platform has to keep stays under a pseudonym.
package deletion

import (
	"context"
	"fmt"
	"time"

	"portico/ent"
	"portico/ent/link"
	"portico/internal/attempt"
	"portico/internal/auth"
	"portico/internal/emailchange"
	"portico/internal/holding"
	"portico/internal/i18n"
	"portico/internal/maillink"
	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/timeline/bus"
)

const (
	confirmDeletionFor = time.Hour
	maxDeletionEmails  = 5
)

// Deletions deletes accounts: requested in sudo mode, confirmed with an emailed link,
// carried out after a grace period, and until then canceled with another link.
type Deletions struct {
	DB        *store.DB
	Log       *timeline.Log
	Bus       *bus.Memory
	Outbox    notify.Outbox
	Now       func() time.Time
	Attempts  attempt.Limiter
	Links     maillink.Links
	Emails    emailchange.Emails
	Registrar auth.Registrar
	// Grace is the time between confirmation and removal; 0 if there is none.
	Grace time.Duration
	// Holdings are what the domains keep for an account.
	Holdings *holding.List
}

// Deletion is the state of an account's deletion: what blocks it, and whether it was
// requested.
type Deletion struct {
	OwnedApps     []*timeline.NamedApp
	LinkExpiresAt *time.Time
	GraceDays     int32
}

// Deletion returns the state of the viewer's deletion.
func (s Deletions) Deletion(ctx context.Context) (*Deletion, error) {
	obstacles, err := s.Holdings.Obstacles(ctx, s.DB.Client)
	if err != nil {
		return nil, err
	}
	due, _, err := s.due(ctx, s.DB.Client)
	if err != nil {
		return nil, err
	}
	d := &Deletion{OwnedApps: ownedApps(obstacles), GraceDays: daysIn(due.Sub(s.Now()))}
	l, err := s.DB.Link.Query().Where(link.PurposeEQ(link.PurposeCONFIRM_DELETION), link.ExpiresAtGT(s.Now())).Only(ctx)
	if err == nil {
		d.LinkExpiresAt = &l.ExpiresAt
	} else if !ent.IsNotFound(err) {
		return nil, fmt.Errorf("find link: %w", err)
	}
	return d, nil
}

// ownedApps returns the apps among the obstacles.
func ownedApps(obstacles []*problem.Input) []*timeline.NamedApp {
	all := []*timeline.NamedApp{}
	for _, p := range obstacles {
		if apps, ok := p.Detail.([]*timeline.NamedApp); ok {
			all = append(all, apps...)
		}
	}
	return all
}

// free checks that nothing blocks deleting the viewer's account, whose row is locked.
// Anything that adds an obstacle locks it too.
func (s Deletions) free(ctx context.Context, tx *ent.Tx) error {
	obstacles, err := s.Holdings.Obstacles(ctx, tx.Client())
	if err != nil {
		return err
	}
	return problem.Collect(obstacles...)
}

// Request emails the link that confirms the deletion of the viewer's account.
func (s Deletions) Request(ctx context.Context) (*ent.Account, error) {
	a, err := store.InTx(ctx, s.DB, func(tx *ent.Tx) (*ent.Account, error) {
		a, err := s.closable(ctx, tx)
		if err != nil {
			return nil, err
		}
		if err := s.mayEmailDeletion(ctx, tx, a); err != nil {
			return nil, err
		}
		secret, err := s.Links.Replace(ctx, tx, a.ID, link.PurposeCONFIRM_DELETION, "", confirmDeletionFor)
		if err != nil {
			return nil, err
		}
		return a, s.Outbox.Tell(ctx, tx, a, s.question(a, secret))
	})
	if err != nil {
		return nil, err
	}
	return a.Unwrap(), nil
}

// closable locks and loads the viewer's account, and checks that it can be deleted.
func (s Deletions) closable(ctx context.Context, tx *ent.Tx) (*ent.Account, error) {
	a, err := store.LockViewer(ctx, s.DB, tx)
	if err != nil {
		return nil, err
	}
	if a.ClosingAt != nil {
		return nil, problem.In("", problem.AccountClosing, "Your account is already scheduled for deletion.")
	}
	return a, s.free(ctx, tx)
}

func (s Deletions) question(a *ent.Account, secret string) notify.Email {
	return notify.Email{
		Kind: "account_deletion_asked", Subject: i18n.Msg("Confirm account deletion"),
		Lines: []i18n.Message{
			i18n.Msg("We received a request to delete the account %s. Nothing happens unless you confirm it with the link below within one hour.", a.Username),
			i18n.Msg("Once you confirm, you'll be signed out everywhere, and your API tokens and SSH keys will stop working."),
		},
		Button: &notify.Button{Label: i18n.Msg("Delete my account"), Path: "/confirm-deletion", Secret: secret},
	}
}

// Confirm closes the account of an emailed secret: nobody can sign in to it anymore. It
// returns when the personal data will be removed.
func (s Deletions) Confirm(ctx context.Context, secret string) (due time.Time, err error) {
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (time.Time, error) {
		l, err := s.Links.Use(ctx, tx, link.PurposeCONFIRM_DELETION, secret)
		if err != nil {
			return time.Time{}, err
		}
		return s.close(auth.As(ctx, l.Edges.Account), tx, l.Edges.Account)
	})
}

// close starts the grace period of the viewer's account.
func (s Deletions) close(ctx context.Context, tx *ent.Tx, a *ent.Account) (due time.Time, err error) {
	if err := s.free(ctx, tx); err != nil {
		return due, err
	}
	due, changes, err := s.due(ctx, tx.Client())
	if err != nil {
		return due, err
	}
	if err := tx.Account.UpdateOne(a).SetClosingAt(due).AddCredentialVersion(1).Exec(ctx); err != nil {
		return due, fmt.Errorf("close account: %w", err)
	}
	s.Bus.RightsChanged(tx, a.ID)
	store.After(tx, s.Outbox.Wake)
	if err := s.Holdings.Close(ctx, tx, a); err != nil {
		return due, err
	}
	if err := s.Holdings.Leave(ctx, tx, a); err != nil {
		return due, err
	}
	if err := s.Log.Record(ctx, tx, &timeline.AccountDeletionRequestedEvent{DueAt: due}); err != nil {
		return due, err
	}
	if err := s.announce(ctx, tx, a, due); err != nil {
		return due, err
	}
	return due, s.warnOldAddresses(ctx, tx, a, changes, due)
}

// announce emails that the account is being deleted, with the link that cancels it.
func (s Deletions) announce(ctx context.Context, tx *ent.Tx, a *ent.Account, due time.Time) error {
	email := notify.Email{Kind: "account_deletion_requested", Subject: i18n.Msg("Your account is being deleted"), Lines: []i18n.Message{
		i18n.Msg("The deletion of the account %s was confirmed. You've been signed out everywhere, your API tokens were revoked, and you no longer have access to apps shared with you.", a.Username),
	}}
	if !due.After(s.Now()) {
		email.Lines = append(email.Lines, i18n.Msg("Your personal data will now be deleted. This can't be undone."))
		return s.Outbox.From(ctx, tx, a, email)
	}
	secret, err := s.Links.Replace(ctx, tx, a.ID, link.PurposeCANCEL_DELETION, "", due.Sub(s.Now()))
	if err != nil {
		return err
	}
	email.Lines = append(email.Lines, i18n.Msg("We'll permanently delete your personal data on %s. Changed your mind? Until then, you can keep your account with the link below.", i18n.Instant(due)))
	email.Button = &notify.Button{Label: i18n.Msg("Keep my account"), Path: "/cancel-deletion", Secret: secret}
	return s.Outbox.From(ctx, tx, a, email)
}

// Cancel keeps the account of an emailed secret, and returns the username.
func (s Deletions) Cancel(ctx context.Context, secret string) (username string, err error) {
	return store.InTx(ctx, s.DB, func(tx *ent.Tx) (string, error) {
		l, err := s.Links.Use(ctx, tx, link.PurposeCANCEL_DELETION, secret)
		if err != nil {
			return "", err
		}
		a, ctx := l.Edges.Account, auth.As(ctx, l.Edges.Account)
		if err := s.Registrar.KeepOpen(ctx, tx, a); err != nil {
			return "", err
		}
		return a.Username, s.Outbox.Tell(ctx, tx, a, notify.Email{
			Kind: "account_deletion_cancelled", Subject: i18n.Msg("Your account deletion was canceled"),
			Lines: []i18n.Message{i18n.Msg("The deletion of the account %s was canceled. You can sign in again, but you need to create new API tokens.", a.Username)},
		})
	})
}

// mayEmailDeletion counts an email with the confirmation link before it is sent.
func (s Deletions) mayEmailDeletion(ctx context.Context, tx *ent.Tx, a *ent.Account) error {
	ok, err := s.Attempts.Within(ctx, tx, "deletion_mail", attempt.OfAccount(a.ID), maxDeletionEmails, time.Hour)
	if err == nil && !ok {
		err = problem.In("", problem.LimitReached, "We emailed the link %d times within an hour. Use the latest one, or try again later.", maxDeletionEmails)
	}
	if err != nil || a.EmailVerifiedAt != nil {
		return err
	}
	if ok, err = s.Attempts.MayEmail(ctx, tx, "unverified_email", a.EmailKey, attempt.UnverifiedEmails); err == nil && !ok {
		err = attempt.TooManyEmails("")
	}
	return err
}

// warnOldAddresses tells the addresses that can revert a change of email that the
// account is being deleted. The person who changed the email may be the one deleting
// the account: these links work until the data is removed, and cancel the deletion.
func (s Deletions) warnOldAddresses(ctx context.Context, tx *ent.Tx, a *ent.Account, changes []*ent.EmailChange, due time.Time) error {
	err := tx.Link.Update().Where(link.PurposeEQ(link.PurposeREVERT_EMAIL), link.ExpiresAtGT(s.Now())).SetExpiresAt(due).Exec(ctx)
	if err != nil {
		return fmt.Errorf("extend links that revert: %w", err)
	}
	for _, c := range changes {
		if naming.EmailKey(c.OldEmail) == a.EmailKey {
			continue
		}
		secret, err := s.Links.Hold(ctx, tx, c, due.Sub(s.Now()))
		if err != nil {
			return err
		}
		if err := s.Outbox.From(ctx, tx, a, deletionWarning(a, c.OldEmail, secret, due)); err != nil {
			return err
		}
	}
	return nil
}

func deletionWarning(a *ent.Account, to, secret string, due time.Time) notify.Email {
	return notify.Email{
		Kind: "account_deletion_warning", To: to,
		Subject: i18n.Msg("Your former account is being deleted"),
		Lines: []i18n.Message{
			i18n.Msg("The deletion of the account %s was confirmed. This was its email address before it was changed to %s.", a.Username, a.Email),
			i18n.Msg("If this wasn't you, restore the account before %s. This brings back your email address, cancels the deletion, signs out every device, clears the password, and removes the sign-in methods and SSH keys added since the change was requested.", i18n.Instant(due)),
		},
		Button: &notify.Button{Label: i18n.Msg("Restore my account"), Path: "/revert-email-change", Secret: secret},
	}
}
