import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../gql';
import { Dialog } from '../ui/dialog';
import { FormFaults } from '../ui/fault';
import { useSubmit } from './form';
import { useSudoGate } from './sudo-context';
import { useViewer } from './viewer';

const enterSudoDocument = graphql(`
  mutation EnterSudo($input: EnterSudoInput!) {
    enterSudo(input: $input) {
      viewer {
        id
      }
      errors {
        message
        code
        path
      }
    }
  }
`);

function PasswordForm({ onProved, onCancel }: { onProved: () => void; onCancel: () => void }) {
  const { t } = useLingui();
  const { username } = useViewer();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value ? null : t`Enter your password.`) },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: enterSudoDocument,
    variables: ({ password }) => ({ input: { password } }),
    errors: (data) => data.enterSudo.errors,
    onDone: onProved,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text size="sm">
          <Trans>
            What you are about to do reaches far. Enter your password once more; you are not asked again for
            15 minutes.
          </Trans>
        </Text>
        <FormFaults whole={whole} problem={problem} />
        {/* For password managers: whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        <PasswordInput
          label={t`Password`}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
          data-autofocus
          aria-invalid={form.errors.password ? true : undefined}
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={pending}>
            <Trans>Go on</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Asks for the password wherever something needs sudo mode, over whatever is open. */
export default function SudoDialog({ opened }: { opened: boolean }) {
  const { t } = useLingui();
  const gate = useSudoGate();
  const cancel = () => gate.answer(false);
  return (
    <Dialog opened={opened} onClose={cancel} closeOnEscape title={t`Is it you?`} size="sm" zIndex={300}>
      <PasswordForm onProved={() => gate.answer(true)} onCancel={cancel} />
    </Dialog>
  );
}
