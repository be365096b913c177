import { Trans } from '@lingui/react/macro';
import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

type SubmitButtonProps = ButtonProps & {
  pending: boolean;
  /** For how many seconds it does nothing. */
  wait: number;
  /** Whether there is nothing to send. It keeps the focus then, as a disabled button could not. */
  idle?: boolean;
  children: ReactNode;
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
};

/**
 * The button of a form, or of an act of its own where it has `onClick`. Where
 * something came too often it counts the seconds until it may come again; it keeps
 * the focus meanwhile.
 */
export function SubmitButton({
  pending,
  wait,
  idle = false,
  children,
  onClick,
  ...props
}: SubmitButtonProps) {
  const waiting = wait > 0;
  const still = waiting || idle;
  return (
    <Button
      {...props}
      type={onClick || idle ? 'button' : 'submit'}
      onClick={still ? undefined : onClick}
      loading={pending}
      data-disabled={still || undefined}
      aria-disabled={still || undefined}
    >
      {waiting ? <Trans>Try again in {wait} s</Trans> : children}
    </Button>
  );
}
