import { Trans, useLingui } from '@lingui/react/macro';
import { List, Stack, Text } from '@mantine/core';
import { graphql } from '../../gql';
import type { ApiTokenRowFragment } from '../../gql/graphql';
import { useAct } from '../../lib/use-act';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { tellDone } from '../../ui/notify';

const revokeApiTokenDocument = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) { revokedId errors { ...UserError } }
  }
`);

function Consequences({ lastFour }: { lastFour: string }) {
  return (
    <Stack gap="xs">
      <Text className="mono">ptk_…{lastFour}</Text>
      <List spacing={4}>
        <List.Item>
          <Trans>Anything using this token will lose access immediately.</Trans>
        </List.Item>
        <List.Item>
          <Trans>This cannot be undone.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Past activity stays in your timeline.</Trans>
        </List.Item>
      </List>
    </Stack>
  );
}

type RevokeProps = { token: ApiTokenRowFragment; opened: boolean; onClose: () => void };

export function RevokeTokenDialog({ token: { id, name, lastFour }, opened, onClose }: RevokeProps) {
  const { t } = useLingui();
  const { act, ...state } = useAct(revokeApiTokenDocument, () => {
    onClose();
    tellDone(t`Token ${name} revoked`);
  });
  return (
    <ConfirmByName
      {...state}
      opened={opened}
      onClose={onClose}
      title={t`Revoke token “${name}”`}
      name={name}
      consequences={<Consequences lastFour={lastFour} />}
      verb={t`Revoke token`}
      onConfirm={() => void act({ id })}
    />
  );
}
