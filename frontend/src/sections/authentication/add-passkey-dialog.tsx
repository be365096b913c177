import { Trans, useLingui } from '@lingui/react/macro';
import { Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useUnsaved } from '../../lib/unsaved';
import { Dialog } from '../../ui/dialog';
import { DialogForm } from '../../ui/dialog-form';
import { tellDone } from '../../ui/notify';
import { useAddPasskey } from './use-add-passkey';
import { useDialog } from './use-dialog';

function AddPasskeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  useUnsaved({ isDirty: () => name !== '' });
  const { add, error, ...state } = useAddPasskey((added) => {
    onClose();
    tellDone(t`Passkey ${added} added`);
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void add(name.trim());
  };
  return (
    <DialogForm
      submit={{ ...state, onSubmit }}
      onCancel={onClose}
      verb={<Trans>Continue</Trans>}
      intro={
        <Text>
          <Trans>
            Your browser will ask where to save it: this device, a password manager, a phone or a security
            key.
          </Trans>
        </Text>
      }
    >
      <TextInput
        label={t`Name`}
        description={t`Optional. Defaults to the name of this browser.`}
        placeholder={t`Work laptop`}
        autoComplete="off"
        maxLength={100}
        data-autofocus
        value={name}
        error={error}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </DialogForm>
  );
}

export function AddPasskeyDialog({ possible }: { possible: boolean }) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('passkey');
  return (
    <Dialog opened={opened && possible} onClose={onClose} title={t`Add passkey`}>
      <AddPasskeyForm onClose={onClose} />
    </Dialog>
  );
}
