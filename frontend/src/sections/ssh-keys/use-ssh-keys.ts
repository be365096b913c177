import { useState } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../lib/problems';
import { sshKeysDocument } from './documents';

/** The keys loaded so far, and how to get the next page of them. */
export function useSshKeys() {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: sshKeysDocument, variables: { after } });
  const keys = data?.viewer?.sshKeys;
  return {
    keys,
    problem: error && problemOf(error),
    fetching,
    retry: () => refetch({ requestPolicy: 'network-only' }),
    more: () => setAfter(keys?.pageInfo.endCursor ?? null),
  };
}
