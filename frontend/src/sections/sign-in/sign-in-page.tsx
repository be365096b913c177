import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { SignInMutation } from '../../gql/graphql';
import { useSubmit } from '../../lib/form';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { PasswordField } from '../../ui/password-field';
import { SubmitButton } from '../../ui/submit-button';
import { GuestCard } from './guest-card';
import { OtherWays } from './other-ways';
import { announceSecondStep } from './second-step-tabs';
import { ArrivalNotice, EndedElsewhere, GithubNotice } from './sign-in-notice';
import { useHandedOver } from './state';

const signInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer { id }
      secondFactor { methods }
      errors { ...UserError }
    }
  }
`);

const guest = getRouteApi('/guest');
const route = getRouteApi('/guest/sign-in');

function useSignInForm(login: string) {
  const { t } = useLingui();
  return useForm({
    mode: 'uncontrolled',
    initialValues: { login, password: '' },
    validate: {
      login: (value) => (value.trim() ? null : t`Enter your username or email.`),
      password: (value) => (value ? null : t`Enter your password.`),
    },
  });
}

/** In, or on to the second step. */
function useSignedIn() {
  const session = useSession();
  const navigate = useNavigate();
  const { next, app } = guest.useSearch();
  return ({ signIn: { secondFactor } }: SignInMutation) => {
    if (!secondFactor) return void session.started();
    announceSecondStep();
    const state = { secondFactor: secondFactor.methods };
    void navigate({ to: '/sign-in/second-step', search: { next, app }, state });
  };
}

function SignInFields({ form, login }: { form: ReturnType<typeof useSignInForm>; login: string }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Username or email`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus={!login || undefined}
        key={form.key('login')}
        {...form.getInputProps('login')}
      />
      <PasswordField
        label={t`Password`}
        autoComplete="current-password"
        data-autofocus={login !== '' || undefined}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
    </>
  );
}

function SignInForm({ login }: { login: string }) {
  const form = useSignInForm(login);
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: signInDocument,
    variables: (values) => ({ input: { login: values.login.trim(), password: values.password } }),
    onDone: useSignedIn(),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <SignInFields form={form} login={login} />
        <SubmitButton pending={pending} wait={wait} fullWidth>
          <Trans>Sign in</Trans>
        </SubmitButton>
        <Anchor size="sm" renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
          <Trans>Forgot your password?</Trans>
        </Anchor>
      </Stack>
    </form>
  );
}

function Notices() {
  const session = useSession();
  const { github } = route.useSearch();
  const { arrival } = useHandedOver();
  const [ended] = useState(() => session.snapshot().ended);
  if (github) return <GithubNotice end={github} />;
  if (arrival?.notice) return <ArrivalNotice notice={arrival.notice} />;
  return ended && <EndedElsewhere />;
}

export function SignInPage() {
  const { t } = useLingui();
  const { next, app } = guest.useSearch();
  const { arrival } = useHandedOver();
  return (
    <GuestCard
      title={t`Sign in to Portico`}
      notice={<Notices />}
      footer={
        <Trans>
          New to Portico?{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/sign-up" search={{ next, app }} {...props} />}>
            Create an account
          </Anchor>
        </Trans>
      }
    >
      <Stack>
        <SignInForm login={arrival?.login ?? ''} />
        <OtherWays />
      </Stack>
    </GuestCard>
  );
}
