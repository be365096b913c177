import { useCallback, useMemo, useState } from 'react';
import { graphql } from '../../gql';
import type { TimelineFilter } from '../../gql/graphql';
import { ask, notFound } from '../../lib/live/ask';
import { readEvent, type TimelineEvent } from '../../lib/live/event';
import { useLive } from '../../lib/live/use-live';
import { type Load, onTop, usePages } from '../../lib/live/use-pages';
import { matches } from './filter';

const headDocument = graphql(`
  query TimelineHead {
    viewer { id timelineHead }
  }
`);

const pageDocument = graphql(`
  query TimelinePage($after: Cursor, $filter: TimelineFilter) {
    viewer {
      id
      timeline(first: 30, after: $after, filter: $filter) {
        edges { node { ...TimelineEventFields } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

const followDocument = graphql(`
  subscription FollowTimeline($after: Cursor) {
    timeline(after: $after) {
      __typename
      ... on TimelineEdge { cursor node { ...TimelineEventFields } }
      ... on TimelineReset { cursor }
    }
  }
`);

/**
 * The head is asked for before the first page: fields of one query are resolved
 * at the same time, and an event between the two would be lost.
 */
function useLoad(filter: TimelineFilter): Load<TimelineEvent, string> {
  return useCallback(
    async (after) => {
      const head = after === undefined ? await ask(headDocument, {}) : undefined;
      if (head && 'problem' in head) return head;
      const answer = await ask(pageDocument, { after, filter });
      if ('problem' in answer) return answer;
      if (!answer.data.viewer) return notFound;
      const { edges, pageInfo } = answer.data.viewer.timeline;
      const items = edges.map(({ node }) => readEvent(node));
      return { items, ...pageInfo, extra: head?.data.viewer?.timelineHead ?? '' };
    },
    [filter],
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
