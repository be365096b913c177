import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { Dialog } from '../../ui/dialog';
import { DialogForm } from '../../ui/dialog-form';
import { tellDone } from '../../ui/notify';

const createAppDocument = graphql(`
  mutation CreateApp($input: CreateAppInput!) {
    createApp(input: $input) { app { id name } errors { ...UserError } }
  }
`);

function CreateAppForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() ? null : t`Enter a name.`) },
  });
  const submit = useSubmit({
    form,
    document: createAppDocument,
    variables: ({ name }) => ({ input: { name: name.trim() } }),
    onDone: ({ createApp: { app } }) => {
      if (!app) return;
      tellDone(t`App ${app.name} created`);
      void navigate({ to: '/apps/$name', params: { name: app.name }, replace: true });
    },
  });
  return (
    <DialogForm submit={submit} onCancel={onClose} verb={<Trans>Create app</Trans>}>
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
    </DialogForm>
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
