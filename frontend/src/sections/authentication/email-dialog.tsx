import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { Dialog } from '../../ui/dialog';
import { DialogForm } from '../../ui/dialog-form';
import { tellDone } from '../../ui/notify';
import { useDialog } from './use-dialog';

const requestEmailChangeDocument = graphql(`
  mutation RequestEmailChange($input: RequestEmailChangeInput!) {
    requestEmailChange(input: $input) {
      viewer { id emailChange { ...EmailChangeState } }
      errors { ...UserError }
    }
  }
`);

function useEmailForm() {
  const { t } = useLingui();
  return useForm({
    initialValues: { email: '', oldMailboxLost: false },
    validate: {
      email: (value) => (value.includes('@') ? null : t`Enter a valid email, like jane@example.com.`),
    },
  });
}

type Account = { email: string; verified: boolean; secondFactor: boolean };
type FieldsProps = Account & { form: ReturnType<typeof useEmailForm> };

/** An address that was never verified may be a stranger's, by a slip of the pen: it is not asked. */
function WhatFollows({ email, verified }: Pick<Account, 'email' | 'verified'>) {
  return (
    <Text>
      {verified ? (
        <Trans>
          We’ll send a confirmation link to both addresses. Your email changes once both are confirmed, and
          you can undo the change from {email} for 7 days.
        </Trans>
      ) : (
        <Trans>We’ll send a confirmation link to your new email.</Trans>
      )}
    </Text>
  );
}

function Fields({ form, email, verified, secondFactor }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`New email`}
        type="email"
        autoComplete="email"
        data-autofocus
        {...form.getInputProps('email')}
      />
      {verified && secondFactor && (
        <Checkbox
          label={t`I no longer have access to ${email}`}
          description={t`Requires two-factor authentication. The change takes effect after 7 days, and we’ll notify the old address every day so that its owner can cancel it.`}
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
  const submit = useSubmit({
    form,
    document: requestEmailChangeDocument,
    variables: (values) => ({ input: { ...values, email: values.email.trim() } }),
    onDone: () => {
      onClose();
      tellDone(account.verified ? t`Emails sent` : t`Email sent`);
    },
  });
  return (
    <DialogForm
      submit={submit}
      onCancel={onClose}
      verb={account.verified ? <Trans>Send links</Trans> : <Trans>Send link</Trans>}
      intro={<WhatFollows {...account} />}
    >
      <Fields form={form} {...account} />
    </DialogForm>
  );
}

export function EmailDialog(account: Account) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('email');
  return (
    <Dialog opened={opened} onClose={onClose} title={t`Change email`}>
      <EmailForm {...account} onClose={onClose} />
    </Dialog>
  );
}
