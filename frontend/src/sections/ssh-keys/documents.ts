import { graphql } from '../../gql';

export const sshKeysDocument = graphql(`
  query SshKeys($after: Cursor) {
    viewer {
      id
      sshKeys(first: 20, after: $after) {
        edges { cursor node { id ...SshKeyRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const addSshKeyDocument = graphql(`
  mutation AddSshKey($input: AddSshKeyInput!) {
    addSshKey(input: $input) {
      sshKey { id name }
      errors {
        ...UserError
        ... on SshKeyTakenError { challenge namespace }
      }
    }
  }
`);

export const renameSshKeyDocument = graphql(`
  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {
    renameSshKey(id: $id, input: $input) {
      sshKey { id name }
      errors { ...UserError }
    }
  }
`);

export const removeSshKeyDocument = graphql(`
  mutation RemoveSshKey($id: ID!) {
    removeSshKey(id: $id) {
      removedId
      errors { ...UserError }
    }
  }
`);

export const proveSshKeyDocument = graphql(`
  mutation ProveSshKey($input: ProveSshKeyInput!) {
    proveSshKey(input: $input) {
      sshKey { id name }
      errors { ...UserError }
    }
  }
`);
