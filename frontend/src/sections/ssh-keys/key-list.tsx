import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Center, Paper, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Snippet } from '../../ui/snippet';
import { KeyRow } from './key-row';
import type { useSshKeys } from './use-ssh-keys';

function NoKeys({ action }: { action: ReactNode }) {
  const { t } = useLingui();
  return (
    <Empty
      icon={<IconKey size={24} />}
      title={t`No SSH keys yet`}
      action={action}
      example={<Snippet code="ssh-keygen -t ed25519" what={t`the command that creates a key`} />}
    >
      <Trans>Add an SSH key to deploy with Git. Use one you already have or create one:</Trans>
    </Empty>
  );
}

type KeyListProps = ReturnType<typeof useSshKeys> & {
  /** What one does where there is no key yet. */
  action: ReactNode;
};

export function KeyList({ keys, problem, fetching, retry, more, action }: KeyListProps) {
  if (!keys) return problem ? <Fault problem={problem} onRetry={retry} /> : <RowsSkeleton />;
  if (keys.edges.length === 0) return <NoKeys action={action} />;
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
      {keys.pageInfo.hasNextPage && (
        <Center>
          <Button variant="default" loading={fetching} onClick={more}>
            <Trans>Show more</Trans>
          </Button>
        </Center>
      )}
    </Stack>
  );
}
