import { Trans, useLingui } from '@lingui/react/macro';
import { Button, List, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApiTokenRowFragment } from '../../gql/graphql';
import { useSubmit } from '../../lib/form';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { FormFaults } from '../../ui/fault';
import { renewApiTokenDocument } from './documents';
import { type Secret, secretOf } from './secret';

type RenewProps = { token: ApiTokenRowFragment; onClose: () => void; onSecret: (secret: Secret) => void };

function RenewForm({ token, onClose, onSecret }: RenewProps) {
  const { onSubmit, pending, whole, problem } = useSubmit({
    form: useForm({ initialValues: {} }),
    document: renewApiTokenDocument,
    variables: () => ({ id: token.id }),
    errors: (data) => data.renewApiToken.errors,
    onDone: ({ renewApiToken }) => {
      const secret = secretOf(renewApiToken, true);
      onClose();
      if (secret) onSecret(secret);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <List size="sm" spacing={4}>
          <List.Item>
            <Trans>The current token will stop working immediately. Update anything that uses it.</Trans>
          </List.Item>
          <List.Item>
            <Trans>Name, permissions and apps stay the same. The expiration restarts.</Trans>
          </List.Item>
        </List>
        <FormFaults whole={whole} problem={problem} />
        <DialogButtons onCancel={onClose}>
          <Button type="submit" loading={pending}>
            <Trans>Renew token</Trans>
          </Button>
        </DialogButtons>
      </Stack>
    </form>
  );
}

/** Asks before a token gets another secret: the old one is lost. */
export function RenewTokenDialog({ opened, ...form }: RenewProps & { opened: boolean }) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} onClose={form.onClose} title={t`Renew token “${form.token.name}”`}>
      <RenewForm {...form} />
    </Dialog>
  );
}
