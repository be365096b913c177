import { dayKey } from '../../lib/dates';
import { startOfDay } from '../../lib/live/days';

/** How long a token may live, in days; `day`: until a day of one's choice. */
export const lifetimes = ['7', '30', '90', '365', 'day'] as const;
export type Lifetime = (typeof lifetimes)[number];

const dayLength = 86_400_000;
const longest = 366 * dayLength;
const slack = 60_000;

/** The last day that can be chosen: a token ends with its day, 366 days from now at the latest. */
export function lastDay(now: Date, timeZone: string): string {
  return dayKey(new Date(now.getTime() + longest - dayLength), timeZone);
}

/** Whether a token can end with this day (`2026-11-20`) of the time zone. */
export function isPossibleDay(day: string, now: Date, timeZone: string): boolean {
  return day >= dayKey(now, timeZone) && day <= lastDay(now, timeZone);
}

/** When a token ends that is created now. */
export function endOf(lifetime: Lifetime, day: string, now: Date, timeZone: string): string {
  if (lifetime !== 'day') return new Date(now.getTime() + Number(lifetime) * dayLength).toISOString();
  // A change of the clock, and a clock that is wrong by a little, do not go beyond the longest.
  const latest = now.getTime() + longest - slack;
  return new Date(Math.min(Date.parse(startOfDay(day, timeZone, 1)), latest)).toISOString();
}

export type Standing = 'endless' | 'later' | 'soon' | 'ended';

/** How near its end a token is; soon: in less than 7 days. */
export function standingOf(expiresAt: string | null | undefined, now: Date): Standing {
  if (!expiresAt) return 'endless';
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return 'ended';
  return left < 7 * dayLength ? 'soon' : 'later';
}
