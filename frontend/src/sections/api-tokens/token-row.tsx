import { useLingui } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { RowAction } from '../../ui/row-action';
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

type TokenRowProps = {
  token: FragmentType<typeof apiTokenRowFragment>;
  onSecret: (secret: Secret) => void;
};

export function TokenRow({ token: masked, onSecret }: TokenRowProps) {
  const { t } = useLingui();
  const token = readFragment(apiTokenRowFragment, masked);
  const [asking, setAsking] = useState<'renew' | 'revoke'>();
  const { name } = token;
  const close = () => setAsking(undefined);
  return (
    <li className={classes.row}>
      <div className={classes.text}>
        <Group gap="xs">
          <Text fw={600} className="breakable">
            {name}
          </Text>
          <span className="mono">ptk_…{token.lastFour}</span>
        </Group>
        <TokenFacts token={token} />
      </div>
      <Group gap={4} wrap="nowrap" className={classes.actions}>
        <RowAction
          icon={IconRefresh}
          tooltip={t`Renew`}
          label={t`Renew token ${name}`}
          onClick={() => setAsking('renew')}
        />
        <RowAction
          icon={IconTrash}
          tooltip={t`Revoke`}
          label={t`Revoke token ${name}`}
          color="red"
          onClick={() => setAsking('revoke')}
        />
      </Group>
      <RenewTokenDialog token={token} opened={asking === 'renew'} onClose={close} onSecret={onSecret} />
      <RevokeTokenDialog token={token} opened={asking === 'revoke'} onClose={close} />
    </li>
  );
}
