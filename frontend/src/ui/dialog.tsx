import { useLingui } from '@lingui/react/macro';
import { Modal, type ModalProps } from '@mantine/core';
import { useState } from 'react';
import { useSudoAsked } from '../lib/sudo-context';
import { UnsavedContext, useUnsavedPart } from '../lib/unsaved';
import { DiscardDialog } from './discard-dialog';

/**
 * A dialog over the page, titled, with a close button that has a name. What closes
 * it by a slip (Escape, a click beside it) asks where something typed would be lost.
 */
export function Dialog({ onClose, children, ...props }: ModalProps) {
  const { t } = useLingui();
  const unsaved = useUnsavedPart();
  const [asking, setAsking] = useState(false);
  // Escape closes what is on top alone: a question, where one is asked.
  const below = useSudoAsked() || asking;
  const close = () => (unsaved?.isDirty() ? setAsking(true) : onClose());
  const discard = () => {
    setAsking(false);
    onClose();
  };
  return (
    <>
      <Modal closeButtonProps={{ 'aria-label': t`Close` }} closeOnEscape={!below} {...props} onClose={close}>
        <UnsavedContext value={unsaved}>{children}</UnsavedContext>
      </Modal>
      <DiscardDialog opened={asking} onKeep={() => setAsking(false)} onDiscard={discard} />
    </>
  );
}
