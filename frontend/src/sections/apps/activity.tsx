import { useCallback, useMemo } from 'react';
import { graphql } from '../../gql';
import { ask, notFound } from '../../lib/live/ask';
import { readEvent, type TimelineEvent } from '../../lib/live/event';
import { EventFeed } from '../../lib/live/event-feed';
import { type Load, onTop, usePages } from '../../lib/live/use-pages';
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
          edges { node { ...TimelineEventFields } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`);

function useLoad(app: string): Load<TimelineEvent, null> {
  return useCallback(
    async (after) => {
      const answer = await ask(pageDocument, { app, after });
      if ('problem' in answer) return answer;
      if (answer.data.node?.__typename !== 'App') return notFound;
      const { edges, pageInfo } = answer.data.node.timeline;
      return { items: edges.map(({ node }) => readEvent(node)), ...pageInfo, extra: null };
    },
    [app],
  );
}

type ActivityProps = { app: App; events: AppEvents };

function Loaded({ app, events: { live } }: ActivityProps) {
  const pages = usePages(useLoad(app.id));
  const { items, loading, problem, reload } = pages;
  const events = useMemo(() => onTop(live, items), [live, items]);

  if (loading === 'first') return <RowsSkeleton rows={4} />;
  if (events.length === 0 && problem) return <Fault problem={problem} onRetry={reload} />;
  return <EventFeed events={events} fresh={live.length} pages={pages} />;
}

/** Everything that happened to the app, whoever did it; live. */
export function Activity(props: ActivityProps) {
  return <Loaded key={props.events.resets} {...props} />;
}
