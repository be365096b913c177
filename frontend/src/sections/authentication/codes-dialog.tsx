import { type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/dialog';
import type { DialogName } from './search';
import { useDialog } from './use-dialog';

type Control = {
  onClose: () => void;
  /** Codes are on screen that nobody will ever see again. */
  onCodes: () => void;
};

type CodesDialogProps = {
  name: DialogName;
  /** Whether what the dialog does can be done now. */
  possible: boolean;
  title: string;
  children: (control: Control) => ReactNode;
};

/** A dialog that ends with codes to save: from then on it closes only for somebody who saved them. */
export function CodesDialog({ name, possible, title, children }: CodesDialogProps) {
  const { opened, onClose } = useDialog(name);
  const [locked, setLocked] = useState(false);
  const close = () => {
    setLocked(false);
    onClose();
  };
  return (
    <Dialog
      opened={locked || (opened && possible)}
      onClose={locked ? () => {} : close}
      withCloseButton={!locked}
      closeOnClickOutside={false}
      title={title}
    >
      {children({ onClose: close, onCodes: () => setLocked(true) })}
    </Dialog>
  );
}
