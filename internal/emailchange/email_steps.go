package emailchange

import (
	"context"

	"portico/ent"
	"portico/ent/emailchange"
	"portico/ent/link"
	"portico/internal/problem"
)

// What an email change needs before it takes effect.
const (
	ConfirmNewEmail = "CONFIRM_NEW_EMAIL"
	ConfirmOldEmail = "CONFIRM_OLD_EMAIL"
	// Wait stands in for the old email, whose inbox was reported lost.
	Wait = "WAIT"
)

// A Confirmation is the state of an email change after one of its links was confirmed.
type Confirmation struct {
	NewEmail  string
	StepsLeft []string
}

// Applied reports whether the change takes effect.
func (c Confirmation) Applied() bool { return c.NewEmail != "" && len(c.StepsLeft) == 0 }

// stepsLeft lists what an email change still needs.
func stepsLeft(c *ent.EmailChange) []string {
	left := []string{}
	if c.NewConfirmedAt == nil {
		left = append(left, ConfirmNewEmail)
	}
	switch {
	case c.OldConfirmedAt != nil:
	case c.OldLost:
		left = append(left, Wait)
	default:
		left = append(left, ConfirmOldEmail)
	}
	return left
}

// Check returns what would happen if an email change were confirmed with an emailed
// link. It leaves the link unused: the link's page calls this before its button is
// pressed.
func (s Emails) Check(ctx context.Context, secret string) (Confirmation, error) {
	l, err := s.Links.Find(ctx, s.DB.Link, link.PurposeCONFIRM_NEW_EMAIL, secret)
	if _, dead := problem.InputsOf(err); dead {
		l, err = s.Links.Find(ctx, s.DB.Link, link.PurposeCONFIRM_OLD_EMAIL, secret)
	}
	if err != nil {
		return Confirmation{}, err
	}
	c, err := s.change(ctx, s.DB.EmailChange, l, emailchange.StatePENDING)
	if err != nil {
		return Confirmation{}, err
	}
	now := s.Now()
	if l.Purpose == link.PurposeCONFIRM_NEW_EMAIL {
		c.NewConfirmedAt = &now
	} else {
		c.OldConfirmedAt = &now
	}
	return Confirmation{NewEmail: c.NewEmail, StepsLeft: stepsLeft(c)}, nil
}
