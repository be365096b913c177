import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { stringifyDocument } from 'urql';
import { useSocket } from '../socket-context';
import { type EdgeOf, type End, follow } from './follow';

type UpdateOf<Data> = Data[keyof Data] & object;

type Followed<Data, Variables> = {
  /** A subscription with one field and the variable `after`. */
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables, 'after'>;
  /** The position to follow from; undefined: not known yet, so wait. */
  head?: string;
  onEdge: (edge: EdgeOf<UpdateOf<Data>>) => void;
  /** What was between cannot be told: load the state again. */
  onReset: () => void;
};

/** Follows a timeline while the component is mounted. Answers with how it ended, if it did. */
export function useLive<Data, Variables>({
  document,
  variables,
  head,
  onEdge,
  onReset,
}: Followed<Data, Variables>): End | undefined {
  const { client } = useSocket();
  const [end, setEnd] = useState<End>();
  const edge = useEffectEvent(onEdge);
  const reset = useEffectEvent(onReset);
  const query = stringifyDocument(document);
  const others = JSON.stringify(variables);

  useEffect(() => {
    if (head === undefined) return;
    setEnd(undefined);
    const payload = { query, variables: { ...JSON.parse(others), after: head } };
    return follow<UpdateOf<Data>>(client, payload, {
      edge: (next) => edge(next),
      reset: () => reset(),
      end: setEnd,
    });
  }, [client, query, others, head]);

  return end;
}
