package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/account"
	"portico/internal/gid"
	"portico/internal/page"
	"portico/internal/sshkey"
)

func (r *mutationResolver) AddSSHKey(ctx context.Context, input model.AddSSHKeyInput) (*model.AddSSHKeyPayload, error) {
	key, err := r.Keys.Add(ctx, input.Name, input.PublicKey)
	wrong, err := userErrors(ctx, err)
	return &model.AddSSHKeyPayload{SSHKey: key, Errors: wrong}, err
}

func (r *mutationResolver) StartSSHKeyProof(ctx context.Context, input model.StartSSHKeyProofInput) (*model.StartSSHKeyProofPayload, error) {
	c, err := r.Keys.Challenge(ctx, input.PublicKey)
	wrong, err := userErrors(ctx, err)
	return keyChallenge(c, wrong), err
}

func (r *mutationResolver) ProveSSHKey(ctx context.Context, input model.ProveSSHKeyInput) (*model.ProveSSHKeyPayload, error) {
	key, err := r.Keys.Prove(ctx, account.KeyProof(input))
	wrong, err := userErrors(ctx, err)
	return &model.ProveSSHKeyPayload{SSHKey: key, Errors: wrong}, err
}

func (r *mutationResolver) RenameSSHKey(ctx context.Context, id gid.ID, input model.RenameSSHKeyInput) (*model.RenameSSHKeyPayload, error) {
	key, err := r.Keys.Rename(ctx, id.As(gid.SSHKey), input.Name)
	wrong, err := userErrors(ctx, err)
	return &model.RenameSSHKeyPayload{SSHKey: key, Errors: wrong}, err
}

func (r *mutationResolver) RemoveSSHKey(ctx context.Context, id gid.ID) (*model.RemoveSSHKeyPayload, error) {
	err := r.Keys.Remove(ctx, id.As(gid.SSHKey))
	wrong, err := userErrors(ctx, err)
	return &model.RemoveSSHKeyPayload{RemovedID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *sshKeyResolver) Fingerprint(ctx context.Context, obj *ent.SSHKey) (string, error) {
	return sshkey.FingerprintOf(obj.Digest), nil
}

func (r *sshKeyResolver) PublicKey(ctx context.Context, obj *ent.SSHKey) (string, error) {
	return sshkey.Key{Type: obj.Type, Blob: obj.Blob}.AuthorizedKey(obj.Name), nil
}

func (r *viewerResolver) SSHKeys(ctx context.Context, obj *ent.Account, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.SSHKey], error) {
	return r.Keys.Page(ctx, page.Args{First: first, Last: last, After: after, Before: before})
}

func (r *Resolver) SshKey() generated.SshKeyResolver { return &sshKeyResolver{r} }

type sshKeyResolver struct{ *Resolver }
