import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog-buttons.module.css';

type DialogButtonsProps = {
  onCancel: () => void;
  /** Whether Cancel has the focus at first: the other button takes something away. */
  careful?: boolean;
  children: ReactNode;
};

/** Under what a dialog asks: Cancel, and the button that does it. */
export function DialogButtons({ onCancel, careful, children }: DialogButtonsProps) {
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={onCancel} data-autofocus={careful || undefined}>
        <Trans>Cancel</Trans>
      </Button>
      {children}
    </div>
  );
}
