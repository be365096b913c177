import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { FormFaults } from '../../ui/fault';
import classes from './row.module.css';

const renamePasskeyDocument = graphql(`
  mutation RenamePasskey($id: ID!, $input: RenamePasskeyInput!) {
    renamePasskey(id: $id, input: $input) {
      passkey {
        id
        name
      }
      errors {
        message
        code
        path
      }
    }
  }
`);

/** A passkey's name as a field in its place: Enter saves, Escape leaves it. */
export function RenamePasskey({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name },
    validate: { name: (value) => (value.trim() ? null : t`Give the passkey a name.`) },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: renamePasskeyDocument,
    variables: (values) => ({ id, input: { name: values.name.trim() } }),
    errors: (data) => data.renamePasskey.errors,
    onDone: onClose,
  });
  return (
    <form
      onSubmit={onSubmit}
      noValidate
      className={classes.form}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Stack gap="xs">
        <FormFaults whole={whole} problem={problem} />
        <Group gap="xs" align="flex-start">
          <TextInput
            flex="1 1 200px"
            aria-label={t`Name of the passkey`}
            maxLength={100}
            ref={field}
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <Button type="submit" loading={pending}>
            <Trans>Save</Trans>
          </Button>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
