import type { TimelineEvent } from './event';

/** How much time may be between two events of a run, in milliseconds. */
const closeness = 60 * 60 * 1000;

/** Fewer are no shorter as a run than one by one. */
const shortest = 3;

/** What somebody did to their security from elsewhere is never hidden among what they did from here. */
function originOf(event: TimelineEvent): string {
  return 'device' in event ? `${event.address} ${event.device}` : '';
}

/** Whether two neighbors in a timeline are of one run: the same done to the same app by the same actor. */
function continues(newer: TimelineEvent, older: TimelineEvent): boolean {
  return (
    newer.type === older.type &&
    newer.app?.id === older.app?.id &&
    newer.actor.kind === older.actor.kind &&
    newer.actor.account?.id === older.actor.account?.id &&
    originOf(newer) === originOf(older) &&
    Date.parse(newer.occurredAt) - Date.parse(older.occurredAt) <= closeness
  );
}

/**
 * Events in their order, with those that repeat each other in one run. Other runs have one
 * event each, and so have those of types without a name: there is no word for all of them.
 */
export function runsOf(
  events: readonly TimelineEvent[],
  isNamed: (type: TimelineEvent['type']) => boolean,
): TimelineEvent[][] {
  const runs: TimelineEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const newer = run?.at(-1);
    if (run && newer && isNamed(event.type) && continues(newer, event)) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run) => (run.length < shortest ? run.map((event) => [event]) : [run]));
}
