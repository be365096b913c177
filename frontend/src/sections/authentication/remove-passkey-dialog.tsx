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
      tellDone(t`The passkey ${name} was removed`);
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t`Remove the passkey “${name}”`}
      verb={t`Remove passkey`}
      pending={pending}
      onConfirm={() => void act({ id })}
      whole={whole}
      problem={problem}
    >
      <List size="sm" spacing={4}>
        <List.Item>
          <Trans>It no longer signs you in on any of your devices.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Your device or password manager keeps it until you delete it there too.</Trans>
        </List.Item>
      </List>
    </ConfirmDialog>
  );
}
