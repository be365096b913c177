import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '../../lib/problems';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { FormFaults } from '../../ui/fault';

type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The verb on the button. */
  verb: string;
  pending: boolean;
  onConfirm: () => void;
  whole: string[];
  problem?: Problem;
  /** What follows from it, in full sentences. */
  children: ReactNode;
};

/** Asks before something that can be made good again: names what follows, and wants one more click. */
export function ConfirmDialog({
  opened,
  onClose,
  title,
  verb,
  pending,
  onConfirm,
  whole,
  problem,
  children,
}: ConfirmDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Stack>
        {children}
        <FormFaults whole={whole} problem={problem} />
        <DialogButtons onCancel={onClose} careful>
          <Button color="danger" loading={pending} onClick={onConfirm}>
            {verb}
          </Button>
        </DialogButtons>
      </Stack>
    </Dialog>
  );
}
