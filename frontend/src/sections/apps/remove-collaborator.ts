import { graphql } from '../../gql';

export const removeCollaboratorDocument = graphql(`
  mutation RemoveCollaborator($id: ID!) {
    removeCollaborator(id: $id) { removedId errors { ...UserError } }
  }
`);
