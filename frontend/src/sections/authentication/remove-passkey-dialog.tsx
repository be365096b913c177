import { Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { graphql } from '../../gql';
import { tellDone } from '../../ui/notify';
import { ConfirmDialog } from './confirm-dialog';
import { useAct } from './use-act';

const removePasskeyDocument = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) {
      removedId
      errors {
        message
        code
        path
      }
    }
  }
`);

type RemovePasskeyDialogProps = { id: string; name: string; opened: boolean; onClose: () => void };

export function RemovePasskeyDialog({ id, name, opened, onClose }: RemovePasskeyDialogProps) {
  const { t } = useLingui();
  const { act, pending, whole, problem } = useAct(removePasskeyDocument, {
    errors: (data) => data.removePasskey.errors,
    onDone: () => {
      onClose();
      tellDone(t`Passkey ${name} removed`);
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t`Remove passkey “${name}”`}
      verb={t`Remove passkey`}
      pending={pending}
      onConfirm={() => void act({ id })}
      whole={whole}
      problem={problem}
    >
      <List size="sm" spacing={4}>
        <List.Item>
          <Trans>You won’t be able to sign in with it on any device.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Also delete it from your device or password manager.</Trans>
        </List.Item>
      </List>
    </ConfirmDialog>
  );
}
