import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { Dialog } from '../../ui/dialog';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { useDialog } from './use-dialog';

const requestEmailChangeDocument = graphql(`
  mutation RequestEmailChange($input: RequestEmailChangeInput!) {
    requestEmailChange(input: $input) {
      viewer {
        id
        emailChange {
          ...EmailChangeState
        }
      }
      errors {
        message
        code
        path
      }
    }
  }
`);

function useEmailForm() {
  const { t } = useLingui();
  return useForm({
    initialValues: { email: '', oldMailboxLost: false },
    validate: { email: (value) => (value.includes('@') ? null : t`Enter the new mail address.`) },
  });
}

type FieldsProps = { form: ReturnType<typeof useEmailForm>; email: string; secondFactor: boolean };

function Fields({ form, email, secondFactor }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`New mail address`}
        type="email"
        autoComplete="email"
        data-autofocus
        {...form.getInputProps('email')}
      />
      {secondFactor && (
        <Checkbox
          label={t`I can no longer read mail at ${email}`}
          description={t`Your second factor and 7 days take the place of its link. Each day a notice goes to the old address, by which its owner can object.`}
          aria-invalid={form.errors.oldMailboxLost ? true : undefined}
          {...form.getInputProps('oldMailboxLost', { type: 'checkbox' })}
        />
      )}
    </>
  );
}

function EmailForm({ onClose, ...fields }: Omit<FieldsProps, 'form'> & { onClose: () => void }) {
  const { t } = useLingui();
  const form = useEmailForm();
  const { email } = fields;
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: requestEmailChangeDocument,
    variables: (values) => ({ input: { ...values, email: values.email.trim() } }),
    errors: (data) => data.requestEmailChange.errors,
    onDone: () => {
      onClose();
      tellDone(t`The links are on their way`);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text size="sm">
          <Trans>
            A link goes to the new address and one to {email}. Once both are opened, the new one is yours; for
            7 days after, the old one can bring it back.
          </Trans>
        </Text>
        <FormFaults whole={whole} problem={problem} />
        <Fields form={form} {...fields} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={pending}>
            <Trans>Send the links</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function EmailDialog(account: { email: string; secondFactor: boolean }) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('email');
  return (
    <Dialog opened={opened} onClose={onClose} title={t`Change the mail address`}>
      <EmailForm {...account} onClose={onClose} />
    </Dialog>
  );
}
