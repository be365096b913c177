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

type Account = { email: string; verified: boolean; secondFactor: boolean };
type FieldsProps = Account & { form: ReturnType<typeof useEmailForm> };

/** An address that was never verified may be a stranger's, by a slip of the pen: it is not asked. */
function WhatFollows({ email, verified }: Pick<Account, 'email' | 'verified'>) {
  return (
    <Text size="sm">
      {verified ? (
        <Trans>
          A link goes to the new address and one to {email}. Once both are opened, the new one is yours; for 7
          days after, the old one can bring it back.
        </Trans>
      ) : (
        <Trans>A link goes to the new address. Once it is opened, the address is yours.</Trans>
      )}
    </Text>
  );
}

function Fields({ form, email, verified, secondFactor }: FieldsProps) {
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
      {verified && secondFactor && (
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

function EmailForm({ onClose, ...account }: Account & { onClose: () => void }) {
  const { t } = useLingui();
  const form = useEmailForm();
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: requestEmailChangeDocument,
    variables: (values) => ({ input: { ...values, email: values.email.trim() } }),
    errors: (data) => data.requestEmailChange.errors,
    onDone: () => {
      onClose();
      tellDone(account.verified ? t`The links are on their way` : t`The link is on its way`);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <WhatFollows {...account} />
        <FormFaults whole={whole} problem={problem} />
        <Fields form={form} {...account} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={pending}>
            {account.verified ? <Trans>Send the links</Trans> : <Trans>Send the link</Trans>}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function EmailDialog(account: Account) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('email');
  return (
    <Dialog opened={opened} onClose={onClose} title={t`Change the mail address`}>
      <EmailForm {...account} onClose={onClose} />
    </Dialog>
  );
}
