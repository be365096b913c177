import { Stack } from '@mantine/core';
import type { ComponentProps, FormEvent, ReactNode } from 'react';
import type { Problem } from '../lib/problems';
import { DialogButtons } from './dialog-buttons';
import { FormFaults } from './fault';
import { SubmitButton } from './submit-button';

type DialogFormProps = {
  /** What `useSubmit` says of the form. */
  submit: {
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    pending: boolean;
    whole: string[];
    problem?: Problem;
    wait?: number;
  };
  onCancel: () => void;
  /** What the button says. */
  verb: ReactNode;
  /** How the button differs from others. */
  button?: Partial<ComponentProps<typeof SubmitButton>> & { 'data-autofocus'?: boolean };
  /** What stands above what is wrong. */
  intro?: ReactNode;
  /** The fields. */
  children?: ReactNode;
};

/** A form in a dialog: what is wrong with it as a whole, its fields, Cancel, and the button that sends it. */
export function DialogForm({ submit, onCancel, verb, button, intro, children }: DialogFormProps) {
  const { onSubmit, pending, whole, problem, wait = 0 } = submit;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {intro}
        <FormFaults whole={whole} problem={problem} />
        {children}
        <DialogButtons onCancel={onCancel}>
          <SubmitButton {...button} pending={pending} wait={wait}>
            {verb}
          </SubmitButton>
        </DialogButtons>
      </Stack>
    </form>
  );
}
