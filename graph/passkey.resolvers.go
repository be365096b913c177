package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/gid"
	"portico/internal/passkey"
)

func (r *mutationResolver) StartPasskey(ctx context.Context) (*model.StartPasskeyPayload, error) {
	c, err := r.Passkeys.Start(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.StartPasskeyPayload{Ceremony: given(c.ID), Options: given(c.Options), Errors: wrong}, err
}

func (r *mutationResolver) AddPasskey(ctx context.Context, input model.AddPasskeyInput) (*model.AddPasskeyPayload, error) {
	key, err := r.Passkeys.Add(ctx, passkey.AddPasskey(input))
	wrong, err := userErrors(ctx, err)
	return &model.AddPasskeyPayload{Passkey: key, Errors: wrong}, err
}

func (r *mutationResolver) RenamePasskey(ctx context.Context, id gid.ID, input model.RenamePasskeyInput) (*model.RenamePasskeyPayload, error) {
	key, err := r.Passkeys.Rename(ctx, id.As(gid.Passkey), input.Name)
	wrong, err := userErrors(ctx, err)
	return &model.RenamePasskeyPayload{Passkey: key, Errors: wrong}, err
}

func (r *mutationResolver) RemovePasskey(ctx context.Context, id gid.ID) (*model.RemovePasskeyPayload, error) {
	err := r.Passkeys.Remove(ctx, id.As(gid.Passkey))
	wrong, err := userErrors(ctx, err)
	return &model.RemovePasskeyPayload{RemovedID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *mutationResolver) StartPasskeySignIn(ctx context.Context) (*model.StartPasskeyPayload, error) {
	c, err := r.Passkeys.StartSignIn(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.StartPasskeyPayload{Ceremony: given(c.ID), Options: given(c.Options), Errors: wrong}, err
}

func (r *mutationResolver) SignInWithPasskey(ctx context.Context, input passkey.Proof) (*model.SignInWithPasskeyPayload, error) {
	in, err := r.Passkeys.SignIn(ctx, input)
	wrong, err := userErrors(ctx, err)
	return &model.SignInWithPasskeyPayload{Viewer: in.Account, Errors: wrong}, err
}

func (r *mutationResolver) StartPasskeySudo(ctx context.Context) (*model.StartPasskeyPayload, error) {
	c, err := r.Passkeys.StartSudo(ctx)
	wrong, err := userErrors(ctx, err)
	return &model.StartPasskeyPayload{Ceremony: given(c.ID), Options: given(c.Options), Errors: wrong}, err
}

func (r *passkeyResolver) Synced(ctx context.Context, obj *ent.Passkey) (bool, error) {
	return passkey.Synced(obj)
}

func (r *viewerResolver) Passkeys(ctx context.Context, obj *ent.Account) ([]*ent.Passkey, error) {
	return r.Resolver.Passkeys.All(ctx)
}

func (r *Resolver) Passkey() generated.PasskeyResolver { return &passkeyResolver{r} }

type passkeyResolver struct{ *Resolver }
