import { Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { tellDone } from '../../ui/notify';
import { ConfirmDialog } from './confirm-dialog';

const removePasskeyDocument = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) { removedId errors { ...UserError } }
  }
`);

type RemovePasskeyDialogProps = { id: string; name: string; opened: boolean; onClose: () => void };

export function RemovePasskeyDialog({ id, name, opened, onClose }: RemovePasskeyDialogProps) {
  const { t } = useLingui();
  const { act, ...state } = useAct(removePasskeyDocument, () => {
    onClose();
    tellDone(t`Passkey ${name} removed`);
  });
  return (
    <ConfirmDialog
      {...state}
      opened={opened}
      onClose={onClose}
      title={t`Remove passkey “${name}”`}
      verb={t`Remove passkey`}
      onConfirm={() => void act({ id })}
    >
      <List spacing={4}>
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
