package attempt

import (
	"context"
	"time"

	"portico/ent"
)

const (
	// startsOfNetwork is how many sign-ins with a passkey or GitHub one network starts
	// within startsPer, and startsOfSubject the known devices of an account together, or
	// an account that confirms it's its owner's. Each is a row until it is finished or
	// expires.
	startsOfNetwork = 200
	startsOfSubject = 30
	startsPer       = 10 * time.Minute
	signInStart     = "sign_in_start"
)

// MayStart counts the start of an exchange with a passkey or GitHub before it is stored.
// An account, and its known devices, count by themselves, so that guests don't keep them out;
// everyone else, for whom subject is empty, by network.
func (p Limiter) MayStart(ctx context.Context, tx *ent.Tx, subject string) error {
	most, subjects := int64(startsOfSubject), []subjectOf{{subject, 1}}
	if subject == "" {
		most, subjects = startsOfNetwork, networksOf(ctx)
	}
	wait, err := p.within(ctx, tx, signInStart, subjects, most, startsPer)
	if err == nil && wait > 0 {
		err = tooManyAttempts(wait)
	}
	return err
}
