import { useLingui } from '@lingui/react/macro';
import { Dialog } from '../../ui/dialog';
import { AddKeyForm } from './add-key-form';

export function AddKeyDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} onClose={onClose} title={t`Add SSH key`} size="lg">
      <AddKeyForm onClose={onClose} />
    </Dialog>
  );
}
