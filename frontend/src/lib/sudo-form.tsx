import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { graphql } from '../gql';
import type { EnterSudoInput } from '../gql/graphql';
import { useSubmit } from './form';

export const enterSudoDocument = graphql(`
  mutation EnterSudo($input: EnterSudoInput!) {
    enterSudo(input: $input) { viewer { id } errors { ...UserError } }
  }
`);

/** What every way to prove it is given. */
export type ProofProps = { onProved: () => void; onCancel: () => void };

/** Gives the focus to what comes up after the dialog did. */
export function useFocused<Element extends HTMLElement>() {
  const ref = useRef<Element>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}

/** Sends what is typed in proof. */
export function useEnterSudo<Values extends Record<string, string>>(
  form: UseFormReturnType<Values>,
  inputOf: (values: Values) => EnterSudoInput,
  onProved: () => void,
) {
  return useSubmit({
    form,
    document: enterSudoDocument,
    variables: (values) => ({ input: inputOf(values) }),
    onDone: onProved,
  });
}
