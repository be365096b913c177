import { useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';

const dataExportDocument = graphql(`
  query DataExport {
    viewer {
      id
      dataExport { id ...ExportState }
    }
  }
`);

const every = 2_000;

/** The newest export. */
export function useExport() {
  const [{ data, error, stale }, refetch] = useQuery({ query: dataExportDocument });
  // What the cache does not know, or was told to forget, reads as null until the answer is there.
  const viewer = useLast(stale ? undefined : data?.viewer);
  return {
    known: viewer != null,
    dataExport: viewer?.dataExport,
    problem: error && problemOf(error),
    ask: () => refetch({ requestPolicy: 'network-only' }),
  };
}

/** Asks every two seconds, for as long as there is something to wait for. */
export function usePolling(waiting: boolean, ask: () => void) {
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(ask, every);
    return () => clearInterval(timer);
  });
}
