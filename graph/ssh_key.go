package graph

import (
	"portico/graph/model"
	"portico/internal/account"
)

// keyChallenge is what to sign, or nothing where something is wrong.
func keyChallenge(c account.KeyChallenge, wrong []model.UserError) *model.StartSSHKeyProofPayload {
	p := &model.StartSSHKeyProofPayload{Errors: wrong}
	if len(wrong) == 0 {
		p.Challenge, p.Namespace, p.ExpiresAt = &c.Text, &c.Namespace, &c.ExpiresAt
	}
	return p
}
