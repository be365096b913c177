import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconTicket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../../ui/empty';
import { PagedList } from '../../ui/paged-list';
import { Snippet } from '../../ui/snippet';
import { curlExample, queryFor } from './examples';
import type { Secret } from './secret';
import { TokenRow } from './token-row';
import type { useApiTokens } from './use-api-tokens';

function NoTokens({ action }: { action: ReactNode }) {
  const { t } = useLingui();
  const query = queryFor(['PROFILE_READ']);
  const code = curlExample({ origin: location.origin, secret: 'ptk_…', query });
  return (
    <Empty
      icon={<IconTicket size={24} />}
      title={t`No API tokens yet`}
      action={action}
      example={<Snippet code={code} what={t`the example`} />}
    >
      <Trans>Create a token to call the API from scripts or CI, limited to the permissions you choose.</Trans>
    </Empty>
  );
}

type TokenListProps = ReturnType<typeof useApiTokens> & {
  /** What one does where there is no token yet. */
  action: ReactNode;
  onSecret: (secret: Secret) => void;
};

export function TokenList({ action, onSecret, ...list }: TokenListProps) {
  return (
    <PagedList
      {...list}
      empty={<NoTokens action={action} />}
      count={(total) => <Plural value={total} one="# token" other="# tokens" />}
    >
      {(token) => <TokenRow key={token.id} token={token} onSecret={onSecret} />}
    </PagedList>
  );
}
