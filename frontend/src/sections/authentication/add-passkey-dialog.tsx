import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useUnsaved } from '../../lib/unsaved';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { useAddPasskey } from './use-add-passkey';
import { useDialog } from './use-dialog';

function AddPasskeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  useUnsaved({ isDirty: () => name !== '' });
  const { add, pending, error, whole, problem } = useAddPasskey((added) => {
    onClose();
    tellDone(t`Passkey ${added} added`);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add(name.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">
          <Trans>
            Your browser will ask where to save it: this device, a password manager, a phone or a security
            key.
          </Trans>
        </Text>
        <FormFaults whole={whole} problem={problem} />
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
        <DialogButtons onCancel={onClose}>
          <Button type="submit" loading={pending}>
            <Trans>Continue</Trans>
          </Button>
        </DialogButtons>
      </Stack>
    </form>
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
