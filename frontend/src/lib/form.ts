import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { t } from '@lingui/core/macro';
import type { UseFormReturnType } from '@mantine/form';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type AnyVariables, useMutation } from 'urql';
import { tellDone } from '../ui/notify';
import { useCountdown } from './countdown';
import { type MutationData, type Problem, payloadOf, problemOf, readErrors, sortErrors } from './problems';
import { useDraft, useUnsaved } from './unsaved';

/** Why a mutation was refused, for programs. A fault is of the whole. */
export type Refused = { code: string; path: readonly string[] };

type Submit<Values, Data, Variables> = {
  form: UseFormReturnType<Values>;
  document: TypedDocumentNode<Data, Variables>;
  variables: (values: Values) => Variables;
  onDone: (data: Data, values: Values) => void;
  /** Told what was refused, and of what, unless there was no answer; true: the form has nothing to say of it. */
  onRefused?: (refused: readonly Refused[], answer?: { data: Data; values: Values }) => boolean;
  /** Whether what is typed survives the end of the session; not where forms of this name differ. */
  keepsDraft?: boolean;
};

/** The first field that is wrong gets the focus, of radio buttons the chosen one, else the message on the whole. */
function focusFirstError(element: HTMLFormElement) {
  requestAnimationFrame(() => {
    const first = element.querySelector<HTMLElement>('[aria-invalid="true"], [data-form-fault]');
    (first?.querySelector<HTMLElement>('[type="radio"]:checked') ?? first)?.focus();
  });
}

/** Taken back before it was done: the focus is where it was. */
export function focusAgain(element: Element | null) {
  requestAnimationFrame(() => {
    if (element instanceof HTMLElement) element.focus();
  });
}

/** A form's name on its page: that of the mutation it sends. */
function nameOf(document: TypedDocumentNode<unknown, never>): string | undefined {
  const operation = document.definitions.find((one) => one.kind === 'OperationDefinition');
  return operation?.name && `${location.pathname} ${operation.name.value}`;
}

/** Has the page ask before what is typed is lost, and bring it back after the session has ended. */
function useTyped<Values extends Record<string, unknown>>(form: UseFormReturnType<Values>, name?: string) {
  useUnsaved({
    isDirty: () => form.isDirty(),
    draft: () => (name ? { name, values: form.getValues() } : undefined),
  });
  useDraft<Values>(name, (values) => {
    form.setValues(values);
    tellDone(t`Unsaved changes restored`);
  });
}

/**
 * Sends a form as a mutation. Server errors go to the field they belong to, the
 * rest to `whole` (sentences for the user) or `problem` (a fault that is not
 * the user's); what was typed stays. `wait`: for how many seconds nothing is sent,
 * because it came too often.
 */
export function useSubmit<
  Values extends Record<string, unknown>,
  Data extends MutationData,
  Variables extends AnyVariables,
>({ form, document, variables, onDone, onRefused, keepsDraft = true }: Submit<Values, Data, Variables>) {
  useTyped(form, keepsDraft ? nameOf(document) : undefined);
  const [result, mutate] = useMutation(document);
  const [whole, setWhole] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const { left: wait, start } = useCountdown();

  async function send(values: Values, element: HTMLFormElement) {
    if (running.current || wait > 0) return;
    const focused = element.ownerDocument.activeElement;
    running.current = true;
    setWhole([]);
    setProblem(undefined);
    const { data, error } = await mutate(variables(values));
    running.current = false;
    // What is wrong must be on the page before the first of it can have the focus.
    if (error) {
      const fault = problemOf(error);
      if (onRefused?.([{ code: fault.code, path: [] }])) return;
      flushSync(() => setProblem(fault));
      start(fault.retryAfter ?? 0);
      return focusFirstError(element);
    }
    if (!data) return focusAgain(focused);
    const wrong = readErrors(payloadOf(data).errors);
    if (wrong.length === 0) {
      form.resetDirty(values);
      return onDone(data, values);
    }
    if (onRefused?.(wrong, { data, values })) return;
    const sorted = sortErrors(wrong, Object.keys(values));
    flushSync(() => {
      form.setErrors(sorted.byField);
      setWhole(sorted.whole);
    });
    focusFirstError(element);
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget;
    form.onSubmit(
      (values) => void send(values, element),
      () => focusFirstError(element),
    )(event);
  };
  return { onSubmit, pending: result.fetching, whole, problem, wait };
}
