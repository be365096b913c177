import * as v from 'valibot';
import type { TimelineEventType, TimelineFilter } from '../../gql/graphql';
import { startOfDay } from '../../lib/live/days';
import type { TimelineEvent } from '../../lib/live/event';

export const eventTypes = [
  'APP_DEPLOYED',
  'GIT_PUSH_DENIED',
  'APP_CREATED',
  'APP_RENAMED',
  'APP_DELETED',
  'COLLABORATOR_INVITED',
  'COLLABORATOR_ACCEPTED',
  'COLLABORATOR_ROLE_CHANGED',
  'COLLABORATOR_REMOVED',
  'SSH_KEY_ADDED',
  'SSH_KEY_RENAMED',
  'SSH_KEY_REMOVED',
  'API_TOKEN_CREATED',
  'API_TOKEN_RENEWED',
  'API_TOKEN_REVOKED',
  'LOGIN_SUCCEEDED',
  'LOGIN_FAILED',
  'LOGIN_LOCKED',
  'LOGIN_UNLOCKED',
  'SESSION_REVOKED',
  'SUDO_GRANTED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET_REQUESTED',
  'PASSWORD_RESET',
  'TWO_FACTOR_ENABLED',
  'TWO_FACTOR_DISABLED',
  'RECOVERY_CODE_USED',
  'RECOVERY_CODES_RENEWED',
  'PASSKEY_ADDED',
  'PASSKEY_REMOVED',
  'GITHUB_LINKED',
  'GITHUB_UNLINKED',
  'EMAIL_VERIFIED',
  'EMAIL_CHANGE_REQUESTED',
  'EMAIL_CHANGED',
  'DATA_EXPORT_REQUESTED',
  'DATA_EXPORT_READY',
  'ACCOUNT_DELETION_REQUESTED',
  'ACCOUNT_DELETION_CANCELLED',
  'PROFILE_UPDATED',
  'ACCOUNT_CREATED',
] as const satisfies readonly TimelineEventType[];

const day = v.pipe(v.string(), v.isoDate());
const maybe = <Value extends v.GenericSchema>(schema: Value) =>
  v.optional(v.fallback(v.optional(schema), undefined));

/** What the page shows, as it stands in its address. What makes no sense there is left out. */
export const timelineSearch = v.object({
  /** Event types, in lower case with commas between. */
  types: maybe(v.string()),
  /** An app's id. */
  app: maybe(v.string()),
  /** The first and the last day, in the account's time zone. */
  from: maybe(day),
  to: maybe(day),
});

export type TimelineSearch = v.InferOutput<typeof timelineSearch>;

export function typesOf({ types }: TimelineSearch): TimelineEventType[] {
  const asked = new Set(types?.toUpperCase().split(','));
  return eventTypes.filter((type) => asked.has(type));
}

/** Undefined: every type, so that the address says nothing of it. */
export function typesParam(types: readonly string[]): string | undefined {
  return types.length > 0 ? types.join(',').toLowerCase() : undefined;
}

export function isFiltered({ app, from, to, ...search }: TimelineSearch): boolean {
  return typesOf(search).length > 0 || Boolean(app ?? from ?? to);
}

/** The filter for the API. Two days in the wrong order are meant in the right one. */
export function filterOf(search: TimelineSearch, timeZone: string): TimelineFilter {
  const types = typesOf(search);
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
