import { Trans, useLingui } from '@lingui/react/macro';
import { List, Stack, Text } from '@mantine/core';
import { graphql } from '../../gql';
import type { SshKeyRowFragment } from '../../gql/graphql';
import { useAct } from '../../lib/use-act';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { tellDone } from '../../ui/notify';

const removeSshKeyDocument = graphql(`
  mutation RemoveSshKey($id: ID!) {
    removeSshKey(id: $id) { removedId errors { ...UserError } }
  }
`);

function Consequences({ fingerprint }: { fingerprint: string }) {
  return (
    <Stack gap="xs">
      <Text className="mono">{fingerprint}</Text>
      <List spacing={4}>
        <List.Item>
          <Trans>This key will no longer work for push or fetch.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Open connections will close immediately, including pushes in progress.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Your apps and deployments aren’t affected. You can add the key again later.</Trans>
        </List.Item>
      </List>
    </Stack>
  );
}

type RemoveKeyDialogProps = { sshKey: SshKeyRowFragment; opened: boolean; onClose: () => void };

export function RemoveKeyDialog({
  sshKey: { id, name, fingerprint },
  opened,
  onClose,
}: RemoveKeyDialogProps) {
  const { t } = useLingui();
  const { act, ...state } = useAct(removeSshKeyDocument, () => {
    onClose();
    tellDone(t`Key ${name} removed`);
  });
  return (
    <ConfirmByName
      {...state}
      opened={opened}
      onClose={onClose}
      title={t`Remove SSH key “${name}”`}
      name={name}
      consequences={<Consequences fingerprint={fingerprint} />}
      verb={t`Remove key`}
      onConfirm={() => void act({ id })}
    />
  );
}
