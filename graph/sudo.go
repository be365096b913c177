package graph

import (
	"context"

	"portico/ent"
	"portico/graph/model"
	"portico/internal/auth"
)

// enterSudo opens sudo mode by whichever proof was given.
func (r *Resolver) enterSudo(ctx context.Context, in model.EnterSudoInput) (*ent.Account, error) {
	if in.Passkey != nil {
		return r.Passkeys.EnterSudo(ctx, auth.PasskeyProof(*in.Passkey))
	}
	password := ""
	if in.Password != nil {
		password = *in.Password
	}
	return r.Accounts.EnterSudo(ctx, password)
}
