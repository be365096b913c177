import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSubmit } from '../../lib/form';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { signUpDocument } from './documents';
import { GuestCard } from './guest-card';

const route = getRouteApi('/guest');

function useSignUpForm() {
  const { t } = useLingui();
  return useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', email: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t`Choose a user name.`),
      email: (value) => (value.includes('@') ? null : t`Enter your mail address.`),
      // Characters, not UTF-16 units: an emoji counts once, as on the server.
      password: (value) =>
        [...value].length < 15 ? t`Use at least 15 characters; a few words will do.` : null,
    },
  });
}

function SignUpFields({ form }: { form: ReturnType<typeof useSignUpForm> }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`User name`}
        description={t`3 to 39 of a–z, 0–9 and dashes. Others invite you by it; you can change it later.`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        key={form.key('username')}
        {...form.getInputProps('username')}
      />
      <TextInput
        label={t`Mail address`}
        type="email"
        autoComplete="email"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t`Password`}
        description={t`At least 15 characters of whatever sort. A few words that only you would put together are good.`}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </>
  );
}

function SignUpForm() {
  const session = useSession();
  const form = useSignUpForm();
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: signUpDocument,
    variables: ({ username, email, password }) => ({
      input: { username: username.trim(), email: email.trim(), password },
    }),
    errors: (data) => data.signUp.errors,
    onDone: session.changed,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <SignUpFields form={form} />
        <Button type="submit" loading={pending} fullWidth>
          <Trans>Create account</Trans>
        </Button>
      </Stack>
    </form>
  );
}

export function SignUpPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  return (
    <GuestCard
      title={t`Create your account`}
      about={t`Push an app with git, and follow live what happens to it.`}
      footer={
        <Trans>
          You have an account?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/sign-in" search={search} {...props} />}>
            Sign in
          </Anchor>
        </Trans>
      }
    >
      <SignUpForm />
    </GuestCard>
  );
}
