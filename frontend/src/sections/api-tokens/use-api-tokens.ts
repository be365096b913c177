import { useState } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../lib/problems';
import { apiTokensDocument } from './documents';

/** The tokens loaded so far, and how to get the next page of them. */
export function useApiTokens() {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: apiTokensDocument, variables: { after } });
  const tokens = data?.viewer?.apiTokens;
  return {
    tokens,
    problem: error && problemOf(error),
    fetching,
    retry: () => refetch({ requestPolicy: 'network-only' }),
    more: () => setAfter(tokens?.pageInfo.endCursor ?? null),
  };
}
