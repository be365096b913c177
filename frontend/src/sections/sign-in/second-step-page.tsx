import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { graphql } from '../../gql';
import type { SecondFactorMethod, VerifySecondFactorInput } from '../../gql/graphql';
import { type Refused, useSubmit } from '../../lib/form';
import { knowsPasskeys } from '../../lib/passkey';
import { useSession } from '../../lib/session-context';
import { CodeField } from '../../ui/code-field';
import { FormFaults } from '../../ui/fault';
import { SubmitButton } from '../../ui/submit-button';
import { GuestCard } from './guest-card';
import { PasskeyButton } from './passkey-button';
import { announceSecondStep, useSecondStepElsewhere } from './second-step-tabs';
import { type Arrival, useHandedOver } from './state';

const verifySecondFactorDocument = graphql(`
  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
    verifySecondFactor(input: $input) { viewer { id } errors { ...UserError } }
  }
`);

const guest = getRouteApi('/guest');
const route = getRouteApi('/guest/sign-in/second-step');

/** Where the methods are not known, as after GitHub, there are at least these. */
const usual: readonly SecondFactorMethod[] = ['TOTP', 'RECOVERY_CODE'];

/** Whether no sign-in waits for its second step any more: it took too long, ended in another tab, or too many codes were wrong. */
function isOver({ code, path }: Refused): boolean {
  return (
    code === 'WRONG_CREDENTIALS' || code === 'UNAUTHENTICATED' || (code === 'WRONG_CODE' && path.length === 0)
  );
}

/** Sends the visitor back to the first step, which says why. */
function useStartOver() {
  const navigate = useNavigate();
  const { next, app } = guest.useSearch();
  return (notice: NonNullable<Arrival['notice']>) =>
    void navigate({ to: '/sign-in', search: { next, app }, state: { arrival: { notice } }, replace: true });
}

/** Sends a proof; where the sign-in is over it begins anew. */
function useVerify<Values extends Record<string, string>>(
  form: UseFormReturnType<Values>,
  inputOf: (values: Values) => VerifySecondFactorInput,
) {
  const session = useSession();
  const startOver = useStartOver();
  return useSubmit({
    form,
    document: verifySecondFactorDocument,
    variables: (values) => ({ input: inputOf(values) }),
    onDone: () => void session.started(),
    onRefused: (refused) => {
      if (!refused.some(isOver)) return false;
      startOver('second-step-over');
      return true;
    },
  });
}

function CodeForm() {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (code) => (code.length === 6 ? null : t`Enter the 6-digit code.`) },
  });
  const { onSubmit, pending, whole, problem, wait } = useVerify(form, ({ code }) => ({ code }));
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <CodeField
          description={t`From your authenticator app.`}
          data-autofocus
          {...form.getInputProps('code')}
        />
        <SubmitButton pending={pending} wait={wait} fullWidth>
          <Trans>Sign in</Trans>
        </SubmitButton>
      </Stack>
    </form>
  );
}

function RecoveryForm() {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { recoveryCode: '' },
    validate: { recoveryCode: (code) => (code.trim() ? null : t`Enter one of your recovery codes.`) },
  });
  const verify = useVerify(form, ({ recoveryCode }) => ({ recoveryCode: recoveryCode.trim() }));
  return (
    <form onSubmit={verify.onSubmit} noValidate>
      <Stack>
        <FormFaults whole={verify.whole} problem={verify.problem} />
        <TextInput
          label={t`Recovery code`}
          description={t`Use one of the codes you saved when you turned on two-factor authentication. Each code works once.`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('recoveryCode')}
        />
        <SubmitButton pending={verify.pending} wait={verify.wait} fullWidth>
          <Trans>Sign in</Trans>
        </SubmitButton>
      </Stack>
    </form>
  );
}

/** The other way to prove it, as a link: which one is asked for stands in the address. */
function OtherWay({ recovery }: { recovery: boolean }) {
  const { next, app } = guest.useSearch();
  const search = { next, app, with: recovery ? undefined : ('recovery-code' as const) };
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => <Link to="/sign-in/second-step" search={search} state={true} {...props} />}
    >
      {recovery ? (
        <Trans>Use your authenticator app instead</Trans>
      ) : (
        <Trans>Use a recovery code instead</Trans>
      )}
    </Anchor>
  );
}

/** Announces the second step of a sign-in with GitHub, which no page of this tab has seen start. */
function useAnnouncement() {
  const { secondFactor } = useHandedOver();
  useEffect(() => {
    if (!secondFactor) announceSecondStep();
  }, [secondFactor]);
}

/** Asks for the second factor of a sign-in that was begun in this browser. */
export function SecondStepPage() {
  const { t } = useLingui();
  const { next, app } = guest.useSearch();
  const { with: way } = route.useSearch();
  const { secondFactor: methods = usual } = useHandedOver();
  useAnnouncement();
  const startOver = useStartOver();
  useSecondStepElsewhere(() => startOver('second-step-elsewhere'));
  const codes = methods.filter((method) => method !== 'PASSKEY');
  const recovery = way === 'recovery-code' || !codes.includes('TOTP');
  return (
    <GuestCard
      key={String(recovery)}
      title={t`Two-factor authentication`}
      about={t`Confirm that it’s you to finish signing in.`}
      footer={
        <Anchor inherit renderRoot={(props) => <Link to="/sign-in" search={{ next, app }} {...props} />}>
          <Trans>Start over</Trans>
        </Anchor>
      }
    >
      <Stack>
        {codes.length > 0 && (recovery ? <RecoveryForm /> : <CodeForm />)}
        {codes.length > 1 && <OtherWay recovery={recovery} />}
        {methods.includes('PASSKEY') && knowsPasskeys() && <PasskeyButton />}
      </Stack>
    </GuestCard>
  );
}
