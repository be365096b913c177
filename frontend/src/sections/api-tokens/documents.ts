import { graphql } from '../../gql';

export const apiTokensDocument = graphql(`
  query ApiTokens($after: Cursor) {
    viewer {
      id
      apiTokens(first: 20, after: $after) {
        edges { cursor node { id ...ApiTokenRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const apiTokenAppsDocument = graphql(`
  query ApiTokenApps {
    viewer {
      id
      apps(first: 100) {
        edges { node { id name } }
      }
    }
  }
`);

export const createApiTokenDocument = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken { id name scopes }
      secret
      errors { ...UserError }
    }
  }
`);

export const renewApiTokenDocument = graphql(`
  mutation RenewApiToken($id: ID!) {
    renewApiToken(id: $id) {
      apiToken {
        id
        name
        scopes
        lastFour
        expiresAt
      }
      secret
      errors { ...UserError }
    }
  }
`);

export const revokeApiTokenDocument = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      revokedId
      errors { ...UserError }
    }
  }
`);
