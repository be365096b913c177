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
	// SignUpsOfNetwork is how many sign-ups an hour are tried from one network.
	SignUpsOfNetwork = 20
	// takenOfNetwork is how many of them, or of the changes of email asked for from
	// there, learn that a username or email is taken.
	takenOfNetwork = 10
	// SignUpEmails is how many emails a day sign-ups send to one address.
	SignUpEmails = 1
	// UnverifiedEmails is how many more its account, or one that wants to change to
	// it, has sent there before it is verified.
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

// MayTell is what tells that a username or email is taken, unless the network has
// been told so often.
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

// MayEmail tells whether an address that nobody has verified may be sent an email:
// it may be a stranger's.
func (p Limiter) MayEmail(ctx context.Context, tx *ent.Tx, kind, key string, most int64) (bool, error) {
	return p.Within(ctx, tx, kind, OfEmail(key), most, 24*time.Hour)
}

// TooManyEmails refuses to send another email to an address.
func TooManyEmails(field string) *problem.Input {
	return problem.In(field, problem.LimitReached, "Too many emails were sent to this address today. Try again tomorrow.")
}
