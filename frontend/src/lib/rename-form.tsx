import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { FormFaults } from '../ui/fault';
import { useSubmit } from './form';
import type { MutationData } from './problems';
import classes from './rename-form.module.css';

type RenameFormProps<Data> = {
  id: string;
  name: string;
  /** What the field is called for those who do not see where it stands. */
  label: string;
  /** Said where the name is left empty. */
  empty: string;
  document: TypedDocumentNode<Data, { id: string; input: { name: string } }>;
  onClose: () => void;
};

/** A name as a field in its place: Enter saves, Escape leaves it. */
export function RenameForm<Data extends MutationData>({
  id,
  name,
  label,
  empty,
  document,
  onClose,
}: RenameFormProps<Data>) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name },
    validate: { name: (value) => (value.trim() ? null : empty) },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document,
    variables: (values) => ({ id, input: { name: values.name.trim() } }),
    onDone: onClose,
    keepsDraft: false,
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
            aria-label={label}
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
