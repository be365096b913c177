import { useLingui } from '@lingui/react/macro';
import { IconTicket } from '@tabler/icons-react';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Row } from '../../ui/row';
import { RowMenu } from '../../ui/row-menu';
import { RenewTokenDialog } from './renew-token-dialog';
import { RevokeTokenDialog } from './revoke-token-dialog';
import type { Secret } from './secret';
import { LastUse, TokenFacts } from './token-facts';

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
    <Row
      icon={<IconTicket size={18} />}
      title={name}
      tags={<span className="mono">ptk_…{token.lastFour}</span>}
      meta={<TokenFacts token={token} />}
      time={<LastUse token={token} />}
      actions={
        <RowMenu
          label={t`Actions for token ${name}`}
          items={[
            { text: t`Renew`, label: t`Renew token ${name}`, onClick: () => setAsking('renew') },
            { text: t`Revoke`, label: t`Revoke token ${name}`, onClick: () => setAsking('revoke') },
          ]}
        />
      }
    >
      <RenewTokenDialog token={token} opened={asking === 'renew'} onClose={close} onSecret={onSecret} />
      <RevokeTokenDialog token={token} opened={asking === 'revoke'} onClose={close} />
    </Row>
  );
}
