package graph

import (
	"context"

	"portico/ent"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/gid"
	"portico/internal/page"
)

func (r *appResolver) Collaborators(ctx context.Context, obj *ent.App, first *int32, after *string, last *int32, before *string) (*page.Connection[*ent.Collaborator], error) {
	return r.Resolver.Collaborators.Page(ctx, obj.ID, page.Args{First: first, Last: last, After: after, Before: before})
}

func (r *collaboratorResolver) Account(ctx context.Context, obj *ent.Collaborator) (*ent.Account, error) {
	return obj.Edges.AccountOrErr()
}

func (r *invitationResolver) AppName(ctx context.Context, obj *ent.Collaborator) (string, error) {
	return obj.Edges.App.Name, nil
}

func (r *invitationResolver) Owner(ctx context.Context, obj *ent.Collaborator) (*ent.Account, error) {
	return obj.Edges.App.Edges.OwnerOrErr()
}

func (r *mutationResolver) InviteCollaborator(ctx context.Context, appID gid.ID, input model.InviteCollaboratorInput) (*model.InviteCollaboratorPayload, error) {
	c, err := r.Collaborators.Invite(ctx, appID.As(gid.App), input.Username, input.Role)
	wrong, err := userErrors(ctx, err)
	return &model.InviteCollaboratorPayload{Collaborator: c, Errors: wrong}, err
}

func (r *mutationResolver) AcceptInvitation(ctx context.Context, id gid.ID) (*model.AcceptInvitationPayload, error) {
	app, err := r.Collaborators.Accept(ctx, id.As(gid.Collaborator))
	wrong, err := userErrors(ctx, err)
	return &model.AcceptInvitationPayload{App: app, Errors: wrong}, err
}

func (r *mutationResolver) ChangeCollaboratorRole(ctx context.Context, id gid.ID, input model.ChangeCollaboratorRoleInput) (*model.ChangeCollaboratorRolePayload, error) {
	c, err := r.Collaborators.ChangeRole(ctx, id.As(gid.Collaborator), input.Role)
	wrong, err := userErrors(ctx, err)
	return &model.ChangeCollaboratorRolePayload{Collaborator: c, Errors: wrong}, err
}

func (r *mutationResolver) RemoveCollaborator(ctx context.Context, id gid.ID) (*model.RemoveCollaboratorPayload, error) {
	err := r.Collaborators.Remove(ctx, id.As(gid.Collaborator))
	wrong, err := userErrors(ctx, err)
	return &model.RemoveCollaboratorPayload{RemovedID: unlessWrong(id, wrong), Errors: wrong}, err
}

func (r *viewerResolver) Invitations(ctx context.Context, obj *ent.Account) ([]*ent.Collaborator, error) {
	return r.Collaborators.Invitations(ctx)
}

func (r *Resolver) Collaborator() generated.CollaboratorResolver { return &collaboratorResolver{r} }

func (r *Resolver) Invitation() generated.InvitationResolver { return &invitationResolver{r} }

type (
	collaboratorResolver struct{ *Resolver }
	invitationResolver   struct{ *Resolver }
)
