import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Center, Paper, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../lib/problems';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Snippet } from '../../ui/snippet';
import { sshKeysDocument } from './documents';
import { KeyRow } from './key-row';

function NoKeys() {
  const { t } = useLingui();
  return (
    <Empty
      icon={<IconKey size={24} />}
      title={t`No SSH key yet`}
      example={<Snippet code="ssh-keygen -t ed25519" what={t`the command that makes a key`} />}
    >
      <Trans>
        Without a key you cannot push. Make one on your computer with the command below, or take one that you
        have, then add its public half here.
      </Trans>
    </Empty>
  );
}

export function KeyList() {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: sshKeysDocument, variables: { after } });
  const keys = data?.viewer?.sshKeys;
  if (!keys) {
    if (!error) return <RowsSkeleton />;
    return <Fault problem={problemOf(error)} onRetry={() => refetch({ requestPolicy: 'network-only' })} />;
  }
  if (keys.edges.length === 0) return <NoKeys />;
  const { hasNextPage, endCursor } = keys.pageInfo;
  return (
    <Stack>
      <Text size="sm" c="dimmed" className="tabular">
        <Plural value={keys.totalCount} one="# key" other="# keys" />
      </Text>
      <Paper withBorder component="ul" m={0} p={0}>
        {keys.edges.map(({ node }) => (
          <KeyRow key={node.id} sshKey={node} />
        ))}
      </Paper>
      {hasNextPage && (
        <Center>
          <Button variant="default" loading={fetching} onClick={() => setAfter(endCursor ?? null)}>
            <Trans>Show more</Trans>
          </Button>
        </Center>
      )}
    </Stack>
  );
}
