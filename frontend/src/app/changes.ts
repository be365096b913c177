import { useMemo } from 'react';
import { useQuery, useSubscription } from 'urql';
import { graphql } from '../gql';
import { changesDocument } from '../lib/live/changes';
import { useSocket } from '../lib/socket-context';

const headDocument = graphql(`
  query Head {
    viewer { id timelineHead }
  }
`);

/**
 * Follows what happens to the account for as long as it is signed in, on every
 * page: lists that changed elsewhere are asked for again (`lib/client`), and a
 * session that was ended elsewhere ends here at once.
 */
export function useChanges() {
  const [{ data }] = useQuery({ query: headDocument, requestPolicy: 'cache-first' });
  const after = data?.viewer?.timelineHead;
  // A new socket subscribes anew: what the old one followed has ended with it.
  const socket = useSocket();
  const context = useMemo(() => ({ socket }), [socket]);
  useSubscription({ query: changesDocument, variables: { after }, pause: after === undefined, context });
}
