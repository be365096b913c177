import { graphql } from '../../gql';

/** Cancels or declines the transfer of an app, as the viewer is its owner or was offered it. */
export const cancelTransferDocument = graphql(`
  mutation CancelAppTransfer($id: ID!) {
    cancelAppTransfer(id: $id) { cancelledId errors { ...UserError } }
  }
`);
