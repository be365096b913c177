import { Trans } from '@lingui/react/macro';
import { Button, Center, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { useList } from '../lib/use-list';
import { Fault } from './fault';
import { Rows } from './rows';
import { RowsSkeleton } from './rows-skeleton';

type Connection<Node> = {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
};

type PagedListProps<Node> = ReturnType<typeof useList<unknown, Connection<Node>>> & {
  /** What stands in place of a list without rows. */
  empty: ReactNode;
  /** How many there are, in words. */
  count: (total: number) => ReactNode;
  /** A row. */
  children: (node: Node) => ReactNode;
};

/** A page's list: how many there are, the rows loaded so far, and the button for more. */
export function PagedList<Node>({
  list,
  problem,
  fetching,
  retry,
  showAfter,
  empty,
  count,
  children,
}: PagedListProps<Node>) {
  if (!list) return problem ? <Fault problem={problem} onRetry={retry} /> : <RowsSkeleton />;
  const { edges, pageInfo, totalCount } = list;
  if (edges.length === 0) return empty;
  return (
    <Stack>
      <Text size="sm" c="dimmed" className="tabular">
        {count(totalCount)}
      </Text>
      <Rows>{edges.map(({ node }) => children(node))}</Rows>
      {pageInfo.hasNextPage && (
        <Center>
          <Button variant="default" loading={fetching} onClick={() => showAfter(pageInfo.endCursor)}>
            <Trans>Show more</Trans>
          </Button>
        </Center>
      )}
    </Stack>
  );
}
