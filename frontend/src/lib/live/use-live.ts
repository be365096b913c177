import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { stringifyDocument } from 'urql';
import { useSocket } from '../socket-context';
import { type EdgeOf, type End, follow, type TimelineUpdate } from './follow';

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
  const reached = useRef<{ head?: string; cursor?: string }>({});

  useEffect(() => {
    if (head === undefined) return;
    setEnd(undefined);
    // A new client goes on where the one before stopped.
    if (reached.current.head !== head) reached.current = { head, cursor: head };
    const payload = { query, variables: { ...JSON.parse(others), after: reached.current.cursor } };
    return follow<UpdateOf<Data>>(client, payload, {
      edge: (next) => {
        reached.current.cursor = String((next as TimelineUpdate).cursor);
        edge(next);
      },
      reset: (cursor) => {
        reached.current.cursor = cursor;
        reset();
      },
      end: setEnd,
    });
  }, [client, query, others, head]);

  return end;
}
