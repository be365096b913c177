import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql';
import { readEvent, type TimelineEvent } from '../../lib/live/event';
import { EventList } from '../../lib/live/event-list';
import { NewEvents } from '../../lib/live/new-events';
import { type Load, onTop, usePages } from '../../lib/live/use-pages';
import { problemOf } from '../../lib/problems';
import { Fault } from '../../ui/fault';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import type { App } from './app';
import type { AppEvents } from './use-app-events';

const pageDocument = graphql(`
  query AppTimeline($app: ID!, $after: Cursor) {
    node(id: $app) {
      __typename
      id
      ... on App {
        timeline(first: 30, after: $after) {
          edges {
            node {
              ...TimelineEventFields
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const gone = { code: 'NOT_FOUND', message: '' };

function useLoad(app: string): Load<TimelineEvent, null> {
  const client = useClient();
  return useCallback(
    async (after) => {
      const { data, error } = await client.query(
        pageDocument,
        { app, after },
        { requestPolicy: 'network-only' },
      );
      if (error) return { problem: problemOf(error) };
      if (data?.node?.__typename !== 'App') return { problem: gone };
      const { edges, pageInfo } = data.node.timeline;
      return { items: edges.map(({ node }) => readEvent(node)), ...pageInfo, extra: null };
    },
    [client, app],
  );
}

type ActivityProps = { app: App; events: AppEvents };

function Loaded({ app, events: { live } }: ActivityProps) {
  const { t } = useLingui();
  const { items, loading, problem, hasNextPage, more, reload } = usePages(useLoad(app.id));
  const events = useMemo(() => onTop(live, items), [live, items]);
  const actorOf = ({ actor }: TimelineEvent) =>
    actor.account?.username ?? (actor.kind === 'OPERATOR' ? t`Operator` : t`Platform`);

  if (loading === 'first') return <RowsSkeleton rows={4} />;
  if (events.length === 0 && problem) return <Fault problem={problem} onRetry={reload} />;
  return (
    <Stack gap="lg">
      <div>
        <NewEvents
          count={live.length}
          label={(unseen) => <Plural value={unseen} one="# new event" other="# new events" />}
        />
        <EventList events={events} actorOf={actorOf} />
      </div>
      {problem && <Fault problem={problem} onRetry={more} />}
      {hasNextPage && !problem && (
        <Group justify="center">
          <Button variant="default" loading={loading === 'more'} onClick={more}>
            <Trans>Older events</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Everything that happened to the app, whoever did it; live. */
export function Activity(props: ActivityProps) {
  return <Loaded key={props.events.resets} {...props} />;
}
