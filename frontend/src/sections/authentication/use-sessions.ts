import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';

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

/** The sessions loaded so far, and how to get the next page of them. */
export function useSessions() {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: sessionsDocument, variables: { after } });
  const sessions = useLast(data?.viewer?.sessions);
  return {
    sessions,
    problem: error && problemOf(error),
    fetching,
    retry: () => refetch({ requestPolicy: 'network-only' }),
    more: () => setAfter(sessions?.pageInfo.endCursor ?? null),
  };
}
