import { useLingui } from '@lingui/react/macro';
import { Modal, type ModalProps } from '@mantine/core';
import { useSudoAsked } from '../lib/sudo-context';

/** A dialog over the page, titled, with a close button that has a name. */
export function Dialog(props: ModalProps) {
  const { t } = useLingui();
  // Escape closes what is on top alone: the question for the password, where it is asked.
  const below = useSudoAsked();
  return <Modal closeButtonProps={{ 'aria-label': t`Close` }} closeOnEscape={!below} {...props} />;
}
