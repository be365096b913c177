import { Trans, useLingui } from '@lingui/react/macro';
import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { graphql } from '../../gql';
import { digitsOf } from '../../lib/digits';
import { useSubmit } from '../../lib/form';
import { DialogForm } from '../../ui/dialog-form';
import { Snippet } from '../../ui/snippet';
import type { Enrolment } from './totp-begin';
import classes from './totp-scan.module.css';

const confirmTotpDocument = graphql(`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) { recoveryCodes errors { ...UserError } }
  }
`);

/** `ABCD EFGH …`: easier to type from the screen; apps ignore the spaces. */
function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

function Picture({ enrolment: { secret, qrSvg } }: { enrolment: Enrolment }) {
  const { t } = useLingui();
  return (
    <>
      <Text>
        <Trans>Scan this QR code with your authenticator app:</Trans>
      </Text>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`}
        alt={t`QR code with the setup key`}
        className={classes.picture}
      />
      <Text>
        <Trans>Can’t scan it? Enter this setup key in the app:</Trans>
      </Text>
      <Snippet code={inFours(secret)} what={t`the setup key`} />
    </>
  );
}

type TotpScanProps = {
  enrolment: Enrolment;
  onClose: () => void;
  onCodes: (codes: readonly string[]) => void;
};

function useCodeForm() {
  const { t } = useLingui();
  return useForm({
    initialValues: { code: '' },
    validate: {
      code: (value) => (digitsOf(value).length === 6 ? null : t`Enter the 6-digit code.`),
    },
  });
}

/** Gives the secret to the app, and wants a code of it as proof. */
export function TotpScan({ enrolment, onClose, onCodes }: TotpScanProps) {
  const { t } = useLingui();
  const form = useCodeForm();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const submit = useSubmit({
    form,
    document: confirmTotpDocument,
    variables: ({ code }) => ({ input: { code: digitsOf(code) } }),
    onDone: ({ confirmTotp }) => confirmTotp.recoveryCodes && onCodes(confirmTotp.recoveryCodes),
  });
  return (
    <DialogForm
      submit={submit}
      onCancel={onClose}
      verb={<Trans>Continue</Trans>}
      intro={<Picture enrolment={enrolment} />}
    >
      <TextInput
        label={t`6-digit code`}
        inputMode="numeric"
        autoComplete="one-time-code"
        ref={field}
        {...form.getInputProps('code')}
      />
    </DialogForm>
  );
}
