import { graphql } from '../../gql';
import { useLast } from '../../lib/use-last';
import { useList } from '../../lib/use-list';

const sessionsDocument = graphql(`
  query Sessions($after: Cursor) {
    viewer {
      id
      sessions(first: 20, after: $after) {
        edges { cursor node { id ...SessionRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

/** The sessions loaded so far, and how to get more of them. */
export function useSessions() {
  const sessions = useList(sessionsDocument, ({ viewer }) => viewer?.sessions);
  return { ...sessions, list: useLast(sessions.list) };
}
