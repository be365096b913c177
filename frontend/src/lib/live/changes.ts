import { graphql } from '../../gql';

/** What happens to the account, of which the cache learns what is old (`lib/client`). */
export const changesDocument = graphql(`
  subscription Changes($after: Cursor) {
    timeline(after: $after) {
      ... on TimelineEdge { cursor node { id type } }
      ... on TimelineReset { cursor }
    }
  }
`);
