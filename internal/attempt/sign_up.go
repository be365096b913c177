package attempt

import (
	"context"
	"time"

	"portico/ent"
	"portico/ent/attempt"
	"portico/internal/browser"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/viewer"
)

const (
	// SignUpsOfNetwork is how many sign-ups per hour a network can try.
	SignUpsOfNetwork = 20
	// takenOfNetwork is how many of them, or of the email changes requested there,
	// learn that a username or an email is taken.
	takenOfNetwork = 10
	// SignUpEmails is how many emails per day sign-ups send to one address.
	SignUpEmails = 1
	// UnverifiedEmails is how many more can be sent to an address before it is
	// verified, by its account or by one that wants to change to it.
	UnverifiedEmails = 5

	// SignUpTries counts sign-ups.
	SignUpTries = "sign_up"
	signUpTaken = "sign_up_taken"
)

// MayAsk refuses a network that has been told often enough what is taken.
func (p Limiter) MayAsk(ctx context.Context, tx *ent.Tx) error {
	for _, n := range browser.Networks(ctx) {
		told, err := tx.Attempt.Query().Where(attempt.Kind(signUpTaken), attempt.Subject(n.Name),
			attempt.CountGTE(int64(takenOfNetwork*n.Times)), attempt.SinceGT(p.Now().Add(-time.Hour))).Exist(viewer.AsSystem(ctx))
		if err != nil {
			return problem.Wrap("look for sign-ups", err)
		}
		if told {
			return TooManySignUps()
		}
	}
	return nil
}

// MayTell returns that a username or an email is taken, unless the network has been
// told so too often.
func (p Limiter) MayTell(ctx context.Context, taken error) error {
	if _, ok := problem.InputsOf(taken); !ok || len(browser.Networks(ctx)) == 0 {
		return taken
	}
	may, err := store.InTx(ctx, p.DB, func(tx *ent.Tx) (bool, error) {
		return p.WithinNetworks(ctx, tx, signUpTaken, takenOfNetwork, time.Hour)
	})
	switch {
	case err != nil:
		return err
	case !may:
		return TooManySignUps()
	}
	return taken
}

// TooManySignUps refuses a network.
func TooManySignUps() error {
	r := problem.Refuse(problem.RateLimited, "Too many attempts from your network. Try again in an hour.")
	r.After = time.Hour
	return r
}

// MayEmail reports whether an unverified address may be sent another email: it may
// belong to someone else.
func (p Limiter) MayEmail(ctx context.Context, tx *ent.Tx, kind, key string, most int64) (bool, error) {
	return p.Within(ctx, tx, kind, OfEmail(key), most, 24*time.Hour)
}

// TooManyEmails refuses to send another email to an address.
func TooManyEmails(field string) *problem.Input {
	return problem.In(field, problem.LimitReached, "Too many emails were sent to this address today. Try again tomorrow.")
}
