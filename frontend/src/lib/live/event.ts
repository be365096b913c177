import { IconBolt } from '@tabler/icons-react';
import { use } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { TimelineEventFieldsFragment } from '../../gql/graphql';
import { type EventRecord, EventsContext } from '../rules';

export const timelineEventFields = graphql(`
  fragment TimelineEventFields on TimelineEvent {
    __typename
    id
    occurredAt
    type
    summary
    actor {
      kind
      account { id username }
    }
    account { id }
    app { id name }
    ... on SecurityEvent { address device }
    ... on ProfileUpdatedEvent { fields }
    ... on AppDeployedEvent {
      deployment {
        id
        commit
        subject
        ref
        keyFingerprint
      }
    }
  }
`);

export type TimelineEvent = TimelineEventFieldsFragment;

type Masked = FragmentType<typeof timelineEventFields>;

export function readEvent(node: Masked): TimelineEvent {
  return readFragment(timelineEventFields, node);
}

/** How an event of this type is shown; a type of a newer server than this page gets a plain bolt. */
export function useEventRecord(type: string): EventRecord {
  const events: Partial<Record<string, EventRecord>> = use(EventsContext);
  return events[type] ?? { icon: IconBolt, color: 'gray' };
}
