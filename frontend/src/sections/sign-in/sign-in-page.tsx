import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInfoCircle } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSubmit } from '../../lib/form';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { signInDocument } from './documents';
import { GuestCard } from './guest-card';

const route = getRouteApi('/guest');

/** Said once, to somebody who did not sign out here. */
function EndedElsewhere() {
  const { t } = useLingui();
  return (
    <Alert icon={<IconInfoCircle aria-hidden />} title={t`You were signed out`} role="status">
      <Text size="sm">
        <Trans>
          Your session was ended on another device, or its time was over. Sign in again to go on where you
          were.
        </Trans>
      </Text>
    </Alert>
  );
}

function SignInForm() {
  const { t } = useLingui();
  const session = useSession();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { login: '', password: '' },
    validate: {
      login: (value) => (value.trim() ? null : t`Enter your user name or mail address.`),
      password: (value) => (value ? null : t`Enter your password.`),
    },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: signInDocument,
    variables: ({ login, password }) => ({ input: { login: login.trim(), password } }),
    errors: (data) => data.signIn.errors,
    onDone: session.changed,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <TextInput
          label={t`User name or mail address`}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          key={form.key('login')}
          {...form.getInputProps('login')}
        />
        <PasswordInput
          label={t`Password`}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={pending} fullWidth>
          <Trans>Sign in</Trans>
        </Button>
      </Stack>
    </form>
  );
}

export function SignInPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const session = useSession();
  const [ended] = useState(() => session.snapshot().ended);
  return (
    <GuestCard
      title={t`Sign in to Portico`}
      notice={ended && <EndedElsewhere />}
      footer={
        <Trans>
          New here?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/sign-up" search={search} {...props} />}>
            Create an account
          </Anchor>
        </Trans>
      }
    >
      <SignInForm />
    </GuestCard>
  );
}
