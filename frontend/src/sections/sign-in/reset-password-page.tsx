import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { PasswordField } from '../../ui/password-field';
import { PasswordStrength } from '../../ui/password-strength';
import { SubmitButton } from '../../ui/submit-button';
import { NoToken, ToPortico, useEmailedToken } from './emailed-link-page';
import { dropToken } from './emailed-token';
import { GuestCard } from './guest-card';

const resetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) { username errors { ...UserError } }
  }
`);

/** What is enough where the account has a second factor; the server knows whether it has. */
const least = 8;

function useReset(token: string) {
  const { t } = useLingui();
  const session = useSession();
  const navigate = useNavigate();
  const [dead, setDead] = useState(false);
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (value) => ([...value].length < least ? t`Use at least 15 characters.` : null),
    },
  });
  const submit = useSubmit({
    form,
    document: resetPasswordDocument,
    variables: ({ password }) => ({ input: { token, password } }),
    onRefused: (refused) => {
      setDead(refused.some(({ code }) => code === 'LINK_INVALID'));
      return false;
    },
    onDone: ({ resetPassword: { username } }) => {
      dropToken();
      // Whoever was signed in here is not any more.
      session.changed();
      void navigate({
        to: '/sign-in',
        replace: true,
        state: { arrival: { notice: 'password-reset', login: username ?? '' } },
      });
    },
  });
  return { ...submit, form, dead };
}

function AskAgain() {
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
      <Trans>Request a new link</Trans>
    </Anchor>
  );
}

function ResetForm({ token }: { token: string }) {
  const { t } = useLingui();
  const { onSubmit, pending, whole, problem, wait, form, dead } = useReset(token);
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        {dead ? (
          <AskAgain />
        ) : (
          <>
            <PasswordField
              label={t`New password`}
              description={t`At least 15 characters (8 if you use two-factor authentication).`}
              autoComplete="new-password"
              data-autofocus
              {...form.getInputProps('password')}
            />
            <PasswordStrength password={form.values.password} />
            <SubmitButton pending={pending} wait={wait} fullWidth>
              <Trans>Set password</Trans>
            </SubmitButton>
          </>
        )}
      </Stack>
    </form>
  );
}

/** Sets another password by an emailed link. */
export function ResetPasswordPage() {
  const { t } = useLingui();
  const token = useEmailedToken();
  if (!token) return <NoToken title={t`Reset your password`} />;
  return (
    <GuestCard
      title={t`Reset your password`}
      about={t`You’ll be signed out on every device and can then sign in with your new password.`}
      footer={<ToPortico />}
    >
      <ResetForm key={token} token={token} />
    </GuestCard>
  );
}
