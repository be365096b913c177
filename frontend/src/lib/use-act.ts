import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { type AnyVariables, useMutation } from 'urql';
import {
  type MutationData,
  type Problem,
  payloadOf,
  problemOf,
  readErrors,
  type UserError,
} from './problems';

/**
 * A mutation behind a button. What is wrong stays on the page until it is tried
 * again; taken back at the question for the password, nothing is said.
 */
export function useAct<Data extends MutationData, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  onDone: (data: Data) => void,
) {
  const [{ fetching }, mutate] = useMutation(document);
  const [wrong, setWrong] = useState<readonly UserError[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const act = async (variables: Variables) => {
    setWrong([]);
    setProblem(undefined);
    const { data, error } = await mutate(variables);
    if (error) return setProblem(problemOf(error));
    if (!data) return;
    const found = readErrors(payloadOf(data).errors);
    setWrong(found);
    if (found.length === 0) onDone(data);
  };
  return { act, pending: fetching, wrong, whole: wrong.map(({ message }) => message), problem };
}
