import { Trans, useLingui } from '@lingui/react/macro';
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { graphql } from '../gql';
import { DialogForm } from '../ui/dialog-form';
import { useSubmit } from './form';
import { SandboxInbox } from './sandbox';
import { type ProofProps, useEnterSudo, useFocused } from './sudo-form';
import { useViewer } from './viewer';

const sendSudoCodeDocument = graphql(`
  mutation SendSudoCode {
    sendSudoCode { errors { ...UserError } }
  }
`);

function SendCode({ onSent, onCancel }: { onSent: () => void; onCancel: () => void }) {
  const { email } = useViewer();
  const button = useFocused<HTMLButtonElement>();
  const submit = useSubmit({
    form: useForm({ initialValues: {} }),
    document: sendSudoCodeDocument,
    variables: () => ({}),
    onDone: onSent,
  });
  return (
    <DialogForm
      submit={submit}
      onCancel={onCancel}
      verb={<Trans>Email me a code</Trans>}
      button={{ ref: button, 'data-autofocus': true }}
      intro={
        <Text className="breakable">
          <Trans>We’ll send a code to {email}.</Trans>
        </Text>
      }
    />
  );
}

function TypeCode({ onProved, onCancel }: ProofProps) {
  const { t } = useLingui();
  const { email } = useViewer();
  const field = useFocused<HTMLInputElement>();
  const form = useForm({
    initialValues: { mailedCode: '' },
    validate: { mailedCode: (code) => (code.trim() ? null : t`Enter the code from the email.`) },
  });
  const submit = useEnterSudo(form, ({ mailedCode }) => ({ mailedCode: mailedCode.trim() }), onProved);
  return (
    <DialogForm submit={submit} onCancel={onCancel} verb={<Trans>Continue</Trans>}>
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
    </DialogForm>
  );
}

export function EmailedCodeProof(props: ProofProps) {
  const [sent, setSent] = useState(false);
  return sent ? <TypeCode {...props} /> : <SendCode onSent={() => setSent(true)} onCancel={props.onCancel} />;
}
