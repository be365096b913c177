import { graphql } from '../../gql';

export const createAppDocument = graphql(`
  mutation CreateApp($input: CreateAppInput!) {
    createApp(input: $input) {
      app { id name }
      errors { ...UserError }
    }
  }
`);

export const renameAppDocument = graphql(`
  mutation RenameApp($id: ID!, $input: RenameAppInput!) {
    renameApp(id: $id, input: $input) {
      app { id name gitRemote }
      errors { ...UserError }
    }
  }
`);

export const deleteAppDocument = graphql(`
  mutation DeleteApp($id: ID!, $input: DeleteAppInput!) {
    deleteApp(id: $id, input: $input) {
      deletedId
      errors { ...UserError }
    }
  }
`);

export const acceptInvitationDocument = graphql(`
  mutation AcceptInvitation($id: ID!) {
    acceptInvitation(id: $id) {
      app { id name }
      errors { ...UserError }
    }
  }
`);

export const inviteCollaboratorDocument = graphql(`
  mutation InviteCollaborator($appId: ID!, $input: InviteCollaboratorInput!) {
    inviteCollaborator(appId: $appId, input: $input) {
      collaborator {
        id
        account { id username }
      }
      errors { ...UserError }
    }
  }
`);

export const changeRoleDocument = graphql(`
  mutation ChangeCollaboratorRole($id: ID!, $input: ChangeCollaboratorRoleInput!) {
    changeCollaboratorRole(id: $id, input: $input) {
      collaborator { id role }
      errors { ...UserError }
    }
  }
`);

export const removeCollaboratorDocument = graphql(`
  mutation RemoveCollaborator($id: ID!) {
    removeCollaborator(id: $id) {
      removedId
      errors { ...UserError }
    }
  }
`);
