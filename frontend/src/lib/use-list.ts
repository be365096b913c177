import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { problemOf } from './problems';

/** A list that comes in pages: what is loaded of it so far, and how to get what stands after a cursor. */
export function useList<Data, List>(
  document: TypedDocumentNode<Data, { after?: string | null }>,
  listOf: (data: Data) => List | undefined,
) {
  const [after, showAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: document, variables: { after } });
  return {
    list: data && listOf(data),
    problem: error && problemOf(error),
    fetching,
    retry: () => refetch({ requestPolicy: 'network-only' }),
    showAfter,
  };
}
