import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link } from '@tanstack/react-router';
import { graphql } from '../../gql';
import { deviceTimeZone } from '../../lib/dates';
import { useSubmit } from '../../lib/form';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { PasswordField } from '../../ui/password-field';
import { PasswordStrength } from '../../ui/password-strength';
import { SubmitButton } from '../../ui/submit-button';
import { GuestCard } from './guest-card';
import { OtherWays } from './other-ways';

const signUpDocument = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) { viewer { id } errors { ...UserError } }
  }
`);

const route = getRouteApi('/guest');

function useSignUpForm() {
  const { t } = useLingui();
  return useForm({
    initialValues: { username: '', email: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t`Choose a username.`),
      email: (value) => (value.includes('@') ? null : t`Enter a valid email, like jane@example.com.`),
      // Characters, not UTF-16 units: an emoji counts once, as on the server.
      password: (value) => ([...value].length < 15 ? t`Use at least 15 characters.` : null),
    },
  });
}

function SignUpFields({ form }: { form: ReturnType<typeof useSignUpForm> }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Username`}
        description={t`3–39 lowercase letters, numbers and dashes. You can change it later.`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        {...form.getInputProps('username')}
      />
      <TextInput label={t`Email`} type="email" autoComplete="email" {...form.getInputProps('email')} />
      <PasswordField
        label={t`Password`}
        description={t`At least 15 characters. Try a few unrelated words.`}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <PasswordStrength password={form.values.password} names={[form.values.username, form.values.email]} />
    </>
  );
}

function SignUpForm() {
  const session = useSession();
  const form = useSignUpForm();
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: signUpDocument,
    variables: ({ username, email, password }) => ({
      input: { username: username.trim(), email: email.trim(), password, timeZone: deviceTimeZone() },
    }),
    onDone: () => void session.started(),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <SignUpFields form={form} />
        <SubmitButton pending={pending} wait={wait} fullWidth>
          <Trans>Create account</Trans>
        </SubmitButton>
      </Stack>
    </form>
  );
}

export function SignUpPage() {
  const { t } = useLingui();
  const { next, app } = route.useSearch();
  return (
    <GuestCard
      title={t`Create your account`}
      about={t`Deploy with git push and watch it live.`}
      footer={
        <Trans>
          Already have an account?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/sign-in" search={{ next, app }} {...props} />}>
            Sign in
          </Anchor>
        </Trans>
      }
    >
      <Stack>
        <SignUpForm />
        <OtherWays newcomer />
      </Stack>
    </GuestCard>
  );
}
