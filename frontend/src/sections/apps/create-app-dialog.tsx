import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useSubmit } from '../../lib/form';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { createAppDocument } from './documents';

function CreateAppForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() ? null : t`Enter a name.`) },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: createAppDocument,
    variables: ({ name }) => ({ input: { name: name.trim() } }),
    errors: (data) => data.createApp.errors,
    onDone: ({ createApp: { app } }) => {
      if (!app) return;
      tellDone(t`App ${app.name} created`);
      void navigate({ to: '/apps/$name', params: { name: app.name }, replace: true });
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <TextInput
          label={t`Name`}
          description={t`3–48 lowercase letters, numbers and dashes, starting with a letter. Must be unique across Portico.`}
          placeholder="my-app"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <DialogButtons onCancel={onClose}>
          <Button type="submit" loading={pending}>
            <Trans>Create app</Trans>
          </Button>
        </DialogButtons>
      </Stack>
    </form>
  );
}

export function CreateAppDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} onClose={onClose} title={t`Create app`}>
      <CreateAppForm onClose={onClose} />
    </Dialog>
  );
}
