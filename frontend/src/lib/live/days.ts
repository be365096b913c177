import { dayKey, dayName, formatIn } from '../dates';

/** Things under the day on which they happened in this time zone, in the order they came. */
export function groupByDay<Thing>(
  things: readonly Thing[],
  at: (thing: Thing) => string,
  timeZone: string,
): [day: string, ofDay: Thing[]][] {
  const days = new Map<string, Thing[]>();
  for (const thing of things) {
    const day = dayKey(at(thing), timeZone);
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(thing);
    else days.set(day, [thing]);
  }
  return [...days];
}

const dayLength = 86_400_000;

/** `Today`, `Yesterday`, else the day in full. `day` is of the form `2026-11-20`. */
export function dayHeading(day: string, now: Date, timeZone: string, locale: string): string {
  const ahead = (Date.parse(day) - Date.parse(dayKey(now, timeZone))) / dayLength;
  const name =
    ahead === 0 || ahead === -1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ahead, 'day')
      : dayName(day, 'UTC', locale);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = formatIn(timeZone, 'en-US', {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant at which a day, `days` after the one given, begins in this time zone. */
export function startOfDay(day: string, timeZone: string, days = 0): string {
  const wall = Date.parse(day) + days * dayLength;
  // The offset at the day's own start may differ from that at UTC's: look twice.
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone)).toISOString();
}
