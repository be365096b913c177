import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { SandboxInbox } from '../../lib/sandbox';
import { FormFaults } from '../../ui/fault';
import { SubmitButton } from '../../ui/submit-button';
import { GuestCard } from './guest-card';

const requestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) { errors { ...UserError } }
  }
`);

/** The same for every address: whether there is an account is nobody's business. */
function OnItsWay({ email }: { email: string }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert icon={<IconMail aria-hidden />} title={t`Check your inbox`} role="status" tabIndex={-1} ref={box}>
      <Stack gap="xs" className="breakable">
        <Text>
          <Trans>If {email} has an account, you’ll get a link in a moment. It expires in 30 minutes.</Trans>
        </Text>
        <SandboxInbox />
      </Stack>
    </Alert>
  );
}

function RequestForm({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useLingui();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t`Enter a valid email, like jane@example.com.`),
    },
  });
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: requestPasswordResetDocument,
    variables: ({ email }) => ({ input: { email: email.trim() } }),
    onDone: (_, { email }) => onSent(email.trim()),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <TextInput
          label={t`Email`}
          type="email"
          autoComplete="email"
          data-autofocus
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <SubmitButton pending={pending} wait={wait} fullWidth>
          <Trans>Send reset link</Trans>
        </SubmitButton>
      </Stack>
    </form>
  );
}

/** Asks for a link by which a password can be set that is not known any more, or was never there. */
export function ForgotPasswordPage() {
  const { t } = useLingui();
  const [sent, setSent] = useState<{ email: string; times: number }>();
  const onSent = (email: string) => setSent((before) => ({ email, times: (before?.times ?? 0) + 1 }));
  return (
    <GuestCard
      title={t`Reset your password`}
      about={t`Enter your email and we’ll send you a reset link.`}
      notice={sent && <OnItsWay key={sent.times} email={sent.email} />}
      footer={
        <Anchor inherit renderRoot={(props) => <Link to="/sign-in" {...props} />}>
          <Trans>Back to sign-in</Trans>
        </Anchor>
      }
    >
      <RequestForm onSent={onSent} />
    </GuestCard>
  );
}
