import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Center, Paper, Stack, Text } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { RowsSkeleton } from '../../ui/rows-skeleton';
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

export function TokenList({ tokens, problem, fetching, retry, more, action, onSecret }: TokenListProps) {
  if (!tokens) return problem ? <Fault problem={problem} onRetry={retry} /> : <RowsSkeleton />;
  if (tokens.edges.length === 0) return <NoTokens action={action} />;
  return (
    <Stack>
      <Text size="sm" c="dimmed" className="tabular">
        <Plural value={tokens.totalCount} one="# token" other="# tokens" />
      </Text>
      <Paper withBorder component="ul" m={0} p={0}>
        {tokens.edges.map(({ node }) => (
          <TokenRow key={node.id} token={node} onSecret={onSecret} />
        ))}
      </Paper>
      {tokens.pageInfo.hasNextPage && (
        <Center>
          <Button variant="default" loading={fetching} onClick={more}>
            <Trans>Show more</Trans>
          </Button>
        </Center>
      )}
    </Stack>
  );
}
