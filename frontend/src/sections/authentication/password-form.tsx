import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { useViewer } from '../../lib/viewer';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { PasswordField } from '../../ui/password-field';
import { PasswordStrength } from '../../ui/password-strength';

const changePasswordDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { viewer { id } endedSessions errors { ...UserError } }
  }
`);

const empty = { currentPassword: '', newPassword: '' };

function usePasswordForm(least: number) {
  const { t } = useLingui();
  return useForm({
    initialValues: empty,
    validate: {
      currentPassword: (value) => (value ? null : t`Enter your current password.`),
      // Characters, not UTF-16 units: an emoji counts once, as on the server.
      newPassword: (value) => ([...value].length < least ? t`Use at least ${least} characters.` : null),
    },
  });
}

function Fields({ form, least }: { form: ReturnType<typeof usePasswordForm>; least: number }) {
  const { t } = useLingui();
  const { username, email } = useViewer();
  return (
    <>
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={t`Current password`}
        autoComplete="current-password"
        data-first
        {...form.getInputProps('currentPassword')}
      />
      <PasswordField
        label={t`New password`}
        description={t`At least ${least} characters. Try a few unrelated words.`}
        autoComplete="new-password"
        {...form.getInputProps('newPassword')}
      />
      <PasswordStrength password={form.values.newPassword} names={[username, email]} least={least} />
    </>
  );
}

function useTellChanged() {
  const { t } = useLingui();
  return (ended: number) => {
    if (ended === 0) return tellDone(t`Password changed`);
    const sessions = plural(ended, {
      one: '# other session signed out',
      other: '# other sessions signed out',
    });
    tellDone(t`Password changed, ${sessions}`);
  };
}

export function PasswordForm({ least }: { least: number }) {
  const form = usePasswordForm(least);
  const tellChanged = useTellChanged();
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: changePasswordDocument,
    variables: (input) => ({ input }),
    onDone: ({ changePassword }) => {
      // What was sent counts as saved by now: a mere reset would bring the passwords back.
      form.setInitialValues(empty);
      form.reset();
      tellChanged(changePassword.endedSessions);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw={480}>
        <FormFaults whole={whole} problem={problem} />
        <Fields form={form} least={least} />
        <Group>
          <Button type="submit" loading={pending}>
            <Trans>Change password</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
