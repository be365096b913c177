import { useEffect, useMemo, useState } from 'react';
import { graphql } from '../../gql';
import { readEvent, type TimelineEvent } from '../../lib/live/event';
import { useLive } from '../../lib/live/use-live';

const followDocument = graphql(`
  subscription FollowApp($app: ID!, $after: Cursor) {
    appTimeline(app: $app, after: $after) {
      __typename
      ... on TimelineEdge { cursor node { ...TimelineEventFields } }
      ... on TimelineReset { cursor }
    }
  }
`);

export type AppEvents = {
  /** What came in since the page was opened, newest first. */
  live: readonly TimelineEvent[];
  /** Counts the times at which the log lost our place: all that was loaded is old then. */
  resets: number;
  /** The app is gone, or one may no longer see it. */
  gone: boolean;
};

/** Follows all that happens on an app while its page is open, whatever part of it is shown. */
export function useAppEvents(
  app: { id: string; timelineHead: string },
  onEvent: (event: TimelineEvent) => void,
): AppEvents {
  // The position of the first answer: a later one would skip what is between.
  const [head] = useState(app.timelineHead);
  const [live, setLive] = useState<readonly TimelineEvent[]>([]);
  const [resets, setResets] = useState(0);
  const end = useLive({
    document: followDocument,
    variables: { app: app.id },
    head,
    onEdge: ({ node }) => {
      const event = readEvent(node);
      setLive((known) => [event, ...known]);
      onEvent(event);
    },
    onReset: () => {
      setLive([]);
      setResets((count) => count + 1);
    },
  });
  const last = live[0];
  const deleted =
    last?.type === 'APP_DELETED' || (last?.type === 'REVIEW_APP_DELETED' && last.app?.id === app.id);
  const gone = end?.kind === 'refused' || deleted;
  return useMemo(() => ({ live, resets, gone }), [live, resets, gone]);
}

/** Asks again after events whose type begins with a word, and after a gap in them. */
export function useAskAfter({ live, resets }: AppEvents, prefix: string, ask: () => void) {
  const changes = useMemo(
    () => resets + live.filter(({ type }) => type.startsWith(prefix)).length,
    [live, resets, prefix],
  );
  useEffect(() => {
    if (changes > 0) ask();
  }, [changes, ask]);
}
