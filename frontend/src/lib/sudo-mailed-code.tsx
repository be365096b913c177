import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { DialogButtons } from '../ui/dialog-buttons';
import { FormFaults } from '../ui/fault';
import { SubmitButton } from '../ui/submit-button';
import { useSubmit } from './form';
import { SandboxInbox } from './sandbox-inbox';
import { sendSudoCodeDocument } from './sudo-documents';
import { type ProofProps, useEnterSudo, useFocused } from './sudo-form';
import { useViewer } from './viewer';

function MailCode({ onSent, onCancel }: { onSent: () => void; onCancel: () => void }) {
  const { email } = useViewer();
  const button = useFocused<HTMLButtonElement>();
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form: useForm({ initialValues: {} }),
    document: sendSudoCodeDocument,
    variables: () => ({}),
    errors: (data) => data.sendSudoCode.errors,
    onDone: onSent,
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Text size="sm" className="breakable">
          <Trans>We’ll send a code to {email}.</Trans>
        </Text>
        <FormFaults whole={whole} problem={problem} />
        <DialogButtons onCancel={onCancel}>
          <SubmitButton ref={button} data-autofocus pending={pending} wait={wait}>
            <Trans>Email me a code</Trans>
          </SubmitButton>
        </DialogButtons>
      </Stack>
    </form>
  );
}

function TypeMailedCode({ onProved, onCancel }: ProofProps) {
  const { t } = useLingui();
  const { email } = useViewer();
  const field = useFocused<HTMLInputElement>();
  const form = useForm({
    initialValues: { mailedCode: '' },
    validate: { mailedCode: (code) => (code.trim() ? null : t`Enter the code from the email.`) },
  });
  const { onSubmit, pending, whole, problem, wait } = useEnterSudo(
    form,
    ({ mailedCode }) => ({ mailedCode: mailedCode.trim() }),
    onProved,
  );
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <TextInput
          ref={field}
          label={t`Code from the email`}
          description={t`Code sent to ${email}.`}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('mailedCode')}
        />
        <SandboxInbox />
        <DialogButtons onCancel={onCancel}>
          <SubmitButton pending={pending} wait={wait}>
            <Trans>Continue</Trans>
          </SubmitButton>
        </DialogButtons>
      </Stack>
    </form>
  );
}

export function MailedCodeProof(props: ProofProps) {
  const [sent, setSent] = useState(false);
  return sent ? (
    <TypeMailedCode {...props} />
  ) : (
    <MailCode onSent={() => setSent(true)} onCancel={props.onCancel} />
  );
}
