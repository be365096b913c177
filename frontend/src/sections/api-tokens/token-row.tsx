import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { RenewTokenDialog } from './renew-token-dialog';
import { RevokeTokenDialog } from './revoke-token-dialog';
import type { Secret } from './secret';
import { TokenFacts } from './token-facts';
import classes from './token-row.module.css';

export const apiTokenRowFragment = graphql(`
  fragment ApiTokenRow on ApiToken {
    id
    name
    lastFour
    scopes
    apps { id name }
    createdAt
    expiresAt
    lastUsedAt
    lastUsedAddress
  }
`);

type ActionsProps = { name: string; onRenew: () => void; onRevoke: () => void };

function Actions({ name, onRenew, onRevoke }: ActionsProps) {
  const { t } = useLingui();
  return (
    <Group gap={4} wrap="nowrap" className={classes.actions}>
      <Tooltip label={t`Renew`} withArrow>
        <ActionIcon variant="subtle" color="gray" onClick={onRenew} aria-label={t`Renew token ${name}`}>
          <IconRefresh size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Revoke`} withArrow>
        <ActionIcon variant="subtle" color="red" onClick={onRevoke} aria-label={t`Revoke token ${name}`}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

type TokenRowProps = {
  token: FragmentType<typeof apiTokenRowFragment>;
  onSecret: (secret: Secret) => void;
};

export function TokenRow({ token: masked, onSecret }: TokenRowProps) {
  const token = readFragment(apiTokenRowFragment, masked);
  const [asking, setAsking] = useState<'renew' | 'revoke'>();
  const close = () => setAsking(undefined);
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={600} className="breakable">
            {token.name}
          </Text>
          <span className="mono">ptk_…{token.lastFour}</span>
        </Group>
        <TokenFacts token={token} />
      </div>
      <Actions name={token.name} onRenew={() => setAsking('renew')} onRevoke={() => setAsking('revoke')} />
      <RenewTokenDialog token={token} opened={asking === 'renew'} onClose={close} onSecret={onSecret} />
      <RevokeTokenDialog token={token} opened={asking === 'revoke'} onClose={close} />
    </li>
  );
}
