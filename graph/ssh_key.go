package graph

import (
	"portico/graph/model"
	"portico/internal/account"
	"portico/internal/problem"
)

// keyTaken describes a key that is in use, and what to sign to get it.
func keyTaken(w *problem.Input, message string, path []string) *model.SSHKeyTakenError {
	taken := w.Detail.(account.KeyTaken)
	return &model.SSHKeyTakenError{
		Message: message, Code: w.Code, Path: path, Fingerprint: taken.Fingerprint,
		Challenge: taken.Challenge.Text, Namespace: taken.Challenge.Namespace, ExpiresAt: taken.Challenge.ExpiresAt,
	}
}

// keyChallenge is what to sign, or nil if something is wrong.
func keyChallenge(c account.KeyChallenge, wrong []model.UserError) *model.StartSSHKeyProofPayload {
	p := &model.StartSSHKeyProofPayload{Errors: wrong}
	if len(wrong) == 0 {
		p.Challenge, p.Namespace, p.ExpiresAt = &c.Text, &c.Namespace, &c.ExpiresAt
	}
	return p
}
