import { graphql } from '../../gql';
import { useList } from '../../lib/use-list';

const apiTokensDocument = graphql(`
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

/** The tokens loaded so far, and how to get more of them. */
export const useApiTokens = () => useList(apiTokensDocument, ({ viewer }) => viewer?.apiTokens);
