import { Trans } from '@lingui/react/macro';
import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

type SubmitButtonProps = ButtonProps & {
  pending: boolean;
  /** For how many seconds it does nothing. */
  wait: number;
  children: ReactNode;
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
};

/**
 * The button of a form, or of an act of its own where it has `onClick`. Where
 * something came too often it counts the seconds until it may come again; it keeps
 * the focus meanwhile.
 */
export function SubmitButton({ pending, wait, children, onClick, ...props }: SubmitButtonProps) {
  const waiting = wait > 0;
  return (
    <Button
      {...props}
      type={onClick ? 'button' : 'submit'}
      onClick={waiting ? undefined : onClick}
      loading={pending}
      data-disabled={waiting || undefined}
      aria-disabled={waiting || undefined}
    >
      {waiting ? <Trans>Again in {wait} s</Trans> : children}
    </Button>
  );
}
