import { useCallback, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql';
import type { TimelineFilter } from '../../gql/graphql';
import { readEvent, type TimelineEvent } from '../../lib/live/event';
import { useLive } from '../../lib/live/use-live';
import { type Load, onTop, usePages } from '../../lib/live/use-pages';
import { problemOf } from '../../lib/problems';
import { matches } from './search';

const headDocument = graphql(`
  query TimelineHead {
    viewer {
      id
      timelineHead
    }
  }
`);

const pageDocument = graphql(`
  query TimelinePage($after: Cursor, $filter: TimelineFilter) {
    viewer {
      id
      timeline(first: 30, after: $after, filter: $filter) {
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
`);

const followDocument = graphql(`
  subscription FollowTimeline($after: Cursor) {
    timeline(after: $after) {
      __typename
      ... on TimelineEdge {
        cursor
        node {
          ...TimelineEventFields
        }
      }
      ... on TimelineReset {
        cursor
      }
    }
  }
`);

const signedOut = { code: 'UNAUTHENTICATED', message: '' };

const fromServer = { requestPolicy: 'network-only' } as const;

/**
 * Loads from the server always: what lies in the cache may end before the live
 * events begin. The head is asked for before the first page: fields of one query
 * are resolved at the same time, and an event between the two would be lost.
 */
function useLoad(filter: TimelineFilter): Load<TimelineEvent, string> {
  const client = useClient();
  return useCallback(
    async (after) => {
      const head = after === undefined ? await client.query(headDocument, {}, fromServer) : undefined;
      if (head?.error) return { problem: problemOf(head.error) };
      const { data, error } = await client.query(pageDocument, { after, filter }, fromServer);
      if (error) return { problem: problemOf(error) };
      if (!data?.viewer) return { problem: signedOut };
      const { edges, pageInfo } = data.viewer.timeline;
      const items = edges.map(({ node }) => readEvent(node));
      return { items, ...pageInfo, extra: head?.data?.viewer?.timelineHead ?? '' };
    },
    [client, filter],
  );
}

/** After a change of the language every sentence is in the wrong one. */
function changesLanguage(event: TimelineEvent): boolean {
  return event.__typename === 'ProfileUpdatedEvent' && event.fields.includes('LANGUAGE');
}

type Live = { head?: string; events: readonly TimelineEvent[] };

/**
 * The events that match the filter: pages of old ones, and on top of them those
 * that came in after the pages' head.
 */
export function useTimeline(filter: TimelineFilter) {
  const pages = usePages(useLoad(filter));
  const head = pages.extra;
  const [live, setLive] = useState<Live>({ events: [] });

  useLive({
    document: followDocument,
    variables: {},
    head,
    onEdge: ({ node }) => {
      const event = readEvent(node);
      if (changesLanguage(event)) return pages.reload();
      setLive((known) => ({ head, events: [event, ...(known.head === head ? known.events : [])] }));
    },
    onReset: pages.reload,
  });

  const fresh = useMemo(
    () => (live.head === head ? live.events.filter((event) => matches(filter, event)) : []),
    [live, head, filter],
  );
  const events = useMemo(() => onTop(fresh, pages.items), [fresh, pages.items]);
  return { ...pages, events, freshCount: fresh.length };
}
