import type { MessageDescriptor } from '@lingui/core';
import type { Icon } from '@tabler/icons-react';
import type { Cache, OptimisticMutationConfig, UpdatesConfig } from '@urql/exchange-graphcache';
import { createContext } from 'react';
import type { TimelineEventType } from '../gql/graphql';
import type { ToneName } from '../ui/theme';

/** All that the dashboard knows of a type of event. */
export type EventRecord = {
  icon: Icon;
  /** What it means: that something went well, or is to be looked at; gray: nothing of that. */
  color: ToneName;
  /** Its name in the timeline's filter; left out: nothing is filtered by it. */
  name?: MessageDescriptor;
  /** The fields of `Viewer` that are old after it, whoever caused it. */
  stale?: readonly string[];
};

export type Events = Partial<Record<TimelineEventType, EventRecord>>;

/** How a section's mutations change what is cached. */
export type SectionCache = {
  updates?: NonNullable<UpdatesConfig['Mutation']>;
  optimistic?: OptimisticMutationConfig;
};

export type SectionRules = SectionCache & { events?: Events };

/**
 * What all sections know of events and of the cache. They load with the shell, not
 * with the entry: the client is made before, and sees what is added later.
 */
export class Rules {
  readonly events: Events = {};
  readonly updates: NonNullable<SectionCache['updates']> = {};
  readonly optimistic: OptimisticMutationConfig = {};

  constructor(parts: readonly SectionRules[] = []) {
    this.add(parts);
  }

  add(parts: readonly SectionRules[]) {
    for (const { events, updates, optimistic } of parts) {
      Object.assign(this.events, events);
      Object.assign(this.updates, updates);
      Object.assign(this.optimistic, optimistic);
    }
  }
}

/** The records of the sections' events, in the order of the menu. */
export const EventsContext = createContext<Events>({});

/** The cache's key of whoever is signed in; null: nobody, or not asked yet. */
export function viewerKey(cache: Cache): string | null {
  const key = cache.resolve('Query', 'viewer');
  return typeof key === 'string' ? key : null;
}

/** Forgets these fields of the viewer, with whatever arguments: what is on screen is asked for again. */
export function forget(cache: Cache, fields: readonly string[]) {
  const viewer = viewerKey(cache);
  if (!viewer) return;
  for (const { fieldName, fieldKey } of cache.inspectFields(viewer)) {
    if (fields.includes(fieldName)) cache.invalidate(viewer, fieldKey);
  }
}
