import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Center, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql, readFragment } from '../../gql';
import type { OneOffRowFragment } from '../../gql/graphql';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';
import { Fault } from '../../ui/fault';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SectionCard } from '../../ui/section-card';
import type { App } from './app';
import { OneOffRow, oneOffFragment } from './one-off-row';
import { usePlans } from './plans';
import { RunForm } from './run-form';
import { type AppEvents, useAskAfter } from './use-app-events';
import { useUntil } from './use-until-settled';

const oneOffsDocument = graphql(`
  query OneOffs($app: ID!, $after: Cursor) {
    node(id: $app) {
      __typename
      id
      ... on App {
        oneOffs(first: 20, after: $after) {
          edges { node { ...OneOffRow } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`);

function useOneOffs(app: App, events: AppEvents) {
  const client = useClient();
  const [after, showAfter] = useState<string | null>(null);
  const variables = { app: app.id, after };
  const [{ data, error, fetching }, ask] = useQuery({ query: oneOffsDocument, variables });
  const retry = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  // What is new or still runs stands on the first page, which the cache joins to the others.
  const refresh = useCallback(() => {
    const first = { app: app.id, after: null };
    void client.query(oneOffsDocument, first, { requestPolicy: 'network-only' }).toPromise();
    if (after) retry();
  }, [client, app.id, after, retry]);
  const list = useLast(data?.node?.__typename === 'App' ? data.node.oneOffs : undefined);
  const oneOffs = list?.edges.map(({ node }) => readFragment(oneOffFragment, node));
  useUntil(!oneOffs?.some(({ status }) => status !== 'ENDED'), refresh);
  useAskAfter(events, 'ONE_OFF_', refresh);
  const problem = !list && error ? problemOf(error) : undefined;
  return { oneOffs, problem, fetching, retry, showAfter, pageInfo: list?.pageInfo };
}

function OneOffList({ oneOffs, mayStop }: { oneOffs: readonly OneOffRowFragment[]; mayStop: boolean }) {
  const { t } = useLingui();
  if (oneOffs.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>No commands have been run yet.</Trans>
      </Text>
    );
  }
  return (
    <Rows label={t`One-off containers`}>
      {oneOffs.map((oneOff) => (
        <OneOffRow key={oneOff.id} oneOff={oneOff} mayStop={mayStop} />
      ))}
    </Rows>
  );
}

function Run({ app }: { app: App }) {
  const { plans, problem, retry } = usePlans('CONTAINER');
  if (problem) return <Fault problem={problem} onRetry={retry} />;
  if (!plans) return <RowsSkeleton rows={1} />;
  return <RunForm appId={app.id} plans={plans} />;
}

/** The one-off containers of an app, newest first, and a form that runs another. */
export function OneOffs({ app, events }: { app: App; events: AppEvents }) {
  const { t } = useLingui();
  const { oneOffs, problem, fetching, retry, showAfter, pageInfo } = useOneOffs(app, events);
  const mayRun = app.viewerCan.includes('RUN_ONE_OFF');
  return (
    <SectionCard
      title={t`One-off containers`}
      about={<Trans>Run a command in its own container, billed by the minute until it ends.</Trans>}
    >
      <Stack>
        {mayRun && <Run app={app} />}
        {problem && <Fault problem={problem} onRetry={retry} />}
        {!oneOffs && !problem && <RowsSkeleton rows={1} />}
        {oneOffs && <OneOffList oneOffs={oneOffs} mayStop={mayRun} />}
        {pageInfo?.hasNextPage && (
          <Center>
            <Button variant="default" loading={fetching} onClick={() => showAfter(pageInfo.endCursor)}>
              <Trans>Show more</Trans>
            </Button>
          </Center>
        )}
      </Stack>
    </SectionCard>
  );
}
