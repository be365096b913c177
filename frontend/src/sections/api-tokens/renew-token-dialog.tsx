import { Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import type { ApiTokenRowFragment } from '../../gql/graphql';
import { useSubmit } from '../../lib/form';
import { Dialog } from '../../ui/dialog';
import { DialogForm } from '../../ui/dialog-form';
import { type Secret, secretOf } from './secret';

const renewApiTokenDocument = graphql(`
  mutation RenewApiToken($id: ID!) {
    renewApiToken(id: $id) {
      apiToken { id name scopes lastFour expiresAt }
      secret
      errors { ...UserError }
    }
  }
`);

type RenewProps = { token: ApiTokenRowFragment; onClose: () => void; onSecret: (secret: Secret) => void };

function RenewForm({ token, onClose, onSecret }: RenewProps) {
  const submit = useSubmit({
    form: useForm({ initialValues: {} }),
    document: renewApiTokenDocument,
    variables: () => ({ id: token.id }),
    onDone: ({ renewApiToken }) => {
      const secret = secretOf(renewApiToken, true);
      onClose();
      if (secret) onSecret(secret);
    },
  });
  return (
    <DialogForm
      submit={submit}
      onCancel={onClose}
      verb={<Trans>Renew token</Trans>}
      intro={
        <List spacing={4}>
          <List.Item>
            <Trans>The current token will stop working immediately. Update anything that uses it.</Trans>
          </List.Item>
          <List.Item>
            <Trans>Name, permissions and apps stay the same. The expiration restarts.</Trans>
          </List.Item>
        </List>
      }
    />
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
