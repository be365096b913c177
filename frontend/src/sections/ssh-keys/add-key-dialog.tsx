import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { AddKeyForm } from './add-key-form';

export function AddKeyDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Add an SSH key`}
      size="lg"
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <AddKeyForm onClose={onClose} />
    </Modal>
  );
}
