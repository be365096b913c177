import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBrandGithub, IconFingerprint } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { graphql } from '../gql';
import { CodeField } from '../ui/code-field';
import { DialogButtons } from '../ui/dialog-buttons';
import { DialogForm } from '../ui/dialog-form';
import { FormFaults } from '../ui/fault';
import { PasswordField } from '../ui/password-field';
import { SubmitButton } from '../ui/submit-button';
import { useSubmit } from './form';
import { leave } from './leave';
import { usePasskeyProof } from './passkey-proof';
import { enterSudoDocument, type ProofProps, useEnterSudo, useFocused } from './sudo-form';
import { useViewer } from './viewer';

const startGithubSudoDocument = graphql(`
  mutation StartGithubSudo {
    startGithubSudo { url errors { ...UserError } }
  }
`);

const startPasskeySudoDocument = graphql(`
  mutation StartPasskeySudo {
    startPasskeySudo { ceremony options errors { ...UserError } }
  }
`);

export function PasswordProof({ onProved, onCancel }: ProofProps) {
  const { t } = useLingui();
  const { username } = useViewer();
  const field = useFocused<HTMLInputElement>();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t`Enter your password.`) },
  });
  const submit = useEnterSudo(form, (values) => values, onProved);
  return (
    <DialogForm submit={submit} onCancel={onCancel} verb={<Trans>Continue</Trans>}>
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        ref={field}
        label={t`Password`}
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('password')}
      />
    </DialogForm>
  );
}

export function CodeProof({ onProved, onCancel }: ProofProps) {
  const { t } = useLingui();
  const field = useFocused<HTMLInputElement>();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: (code) => (code.length === 6 ? null : t`Enter the 6-digit code.`) },
  });
  const submit = useEnterSudo(form, (values) => values, onProved);
  return (
    <DialogForm submit={submit} onCancel={onCancel} verb={<Trans>Continue</Trans>}>
      <CodeField
        ref={field}
        description={t`From your authenticator app.`}
        data-autofocus
        {...form.getInputProps('code')}
      />
    </DialogForm>
  );
}

export function PasskeyProof({ onProved, onCancel }: ProofProps) {
  const button = useFocused<HTMLButtonElement>();
  const [, start] = useMutation(startPasskeySudoDocument);
  const [, finish] = useMutation(enterSudoDocument);
  const { prove, pending, whole, problem, wait } = usePasskeyProof({
    start: () => start({}),
    finish: (passkey) => finish({ input: { passkey } }),
    onDone: onProved,
  });
  return (
    <Stack>
      <FormFaults whole={whole} problem={problem} />
      <DialogButtons onCancel={onCancel}>
        <SubmitButton
          ref={button}
          data-autofocus
          pending={pending}
          wait={wait}
          onClick={prove}
          leftSection={<IconFingerprint size={18} aria-hidden />}
        >
          <Trans>Use your passkey</Trans>
        </SubmitButton>
      </DialogButtons>
    </Stack>
  );
}

export function GithubProof({ onCancel }: ProofProps) {
  const button = useFocused<HTMLButtonElement>();
  const submit = useSubmit({
    form: useForm({ initialValues: {} }),
    document: startGithubSudoDocument,
    variables: () => ({}),
    onDone: ({ startGithubSudo: { url } }) => {
      if (url) leave(url);
    },
  });
  return (
    <DialogForm
      submit={submit}
      onCancel={onCancel}
      verb={<Trans>Go to GitHub</Trans>}
      button={{ ref: button, 'data-autofocus': true, leftSection: <IconBrandGithub size={18} aria-hidden /> }}
      intro={
        <Text>
          <Trans>We’ll send you to GitHub and back. You’ll need to repeat your last step.</Trans>
        </Text>
      }
    />
  );
}
