import type { TimelineEventType, TimelineFilter } from '../../gql/graphql';
import { startOfDay } from '../../lib/live/days';
import type { TimelineEvent } from '../../lib/live/event';
import type { Events } from '../../lib/rules';
import type { TimelineSearch } from './search';

/** The types of event that have a name, in the order in which the filter lists them. */
export function namedTypes(events: Events): TimelineEventType[] {
  return (Object.keys(events) as TimelineEventType[]).filter((type) => events[type]?.name);
}

export function typesOf({ types }: TimelineSearch, events: Events): TimelineEventType[] {
  const asked = new Set(types?.toUpperCase().split(','));
  return namedTypes(events).filter((type) => asked.has(type));
}

/** Undefined: every type, so that the address says nothing of it. */
export function typesParam(types: readonly string[]): string | undefined {
  return types.length > 0 ? types.join(',').toLowerCase() : undefined;
}

export function isFiltered({ app, from, to, ...search }: TimelineSearch, events: Events): boolean {
  return typesOf(search, events).length > 0 || Boolean(app ?? from ?? to);
}

/** The filter for the API. Two days in the wrong order are meant in the right one. */
export function filterOf(search: TimelineSearch, timeZone: string, events: Events): TimelineFilter {
  const types = typesOf(search, events);
  const reversed = search.from && search.to && search.from > search.to;
  const [from, to] = reversed ? [search.to, search.from] : [search.from, search.to];
  return {
    ...(types.length > 0 && { types }),
    ...(search.app && { app: search.app }),
    ...(from && { from: startOfDay(from, timeZone) }),
    ...(to && { to: startOfDay(to, timeZone, 1) }),
  };
}

type Filterable = Pick<TimelineEvent, 'type' | 'occurredAt'> & { app?: { id: string } | null };

/** Whether an event that came in live is one of those that are asked for, by the rules of the API. */
export function matches(filter: TimelineFilter, event: Filterable): boolean {
  const at = Date.parse(event.occurredAt);
  if (filter.types && !filter.types.includes(event.type)) return false;
  if (filter.app && event.app?.id !== filter.app) return false;
  if (filter.from && at < Date.parse(filter.from)) return false;
  return !filter.to || at < Date.parse(filter.to);
}
