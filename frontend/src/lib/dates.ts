const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** How many of a unit it is, where `smaller` is the size of the next one. */
function countOf(seconds: number, size: number, smaller: number): number {
  if (seconds < 0) return Math.trunc(seconds / size);
  // Ahead, 59.6 minutes are an hour and not 60 minutes, but 40 minutes are none.
  return seconds + smaller / 2 < size ? 0 : Math.round(seconds / size);
}

/**
 * `3 minutes ago`, `1 day ago`; below a minute: `now`. Not `yesterday`: half a day ago may be that,
 * and 36 hours ago the day before. What is ahead is rounded: what ends after 3 days ends
 * `in 3 days` also a moment later.
 */
export function relativeTime(instant: string | Date, now: Date, locale: string): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  for (const [at, [unit, size]] of units.entries()) {
    const count = countOf(seconds, size, units[at + 1]?.[1] ?? 1);
    if (count === 0) continue;
    return new Intl.RelativeTimeFormat(locale).format(count, unit);
  }
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
}

/** Whether this browser can reckon in a time zone: one that was stored may be newer than the browser. */
export function knowsTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** The time zone that this device is set to; UTC where it is set to none that the browser knows. */
export function deviceTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone && knowsTimeZone(timeZone) ? timeZone : 'UTC';
}

/** A time zone that was stored, or the device's where this browser doesn't know it. */
export function shownTimeZone(timeZone: string): string {
  return timeZone && knowsTimeZone(timeZone) ? timeZone : deviceTimeZone();
}

/** How instants are written in a time zone that was stored. */
export function formatIn(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: shownTimeZone(timeZone) });
}

/** `20 November 2026 at 23:54:12 CET`: an instant in full, in the account's time zone. */
export function exactTime(instant: string | Date, timeZone: string, locale: string): string {
  return formatIn(timeZone, locale, { dateStyle: 'long', timeStyle: 'long' }).format(new Date(instant));
}

/** `Friday 20 November 2026`: the day on which an instant falls in this time zone. */
export function dayName(instant: string | Date, timeZone: string, locale: string): string {
  return formatIn(timeZone, locale, { dateStyle: 'full' }).format(new Date(instant));
}

/** `11:54 PM`, `23:54`: the time of day of an instant in this time zone, as the language writes it. */
export function timeOfDay(instant: string | Date, timeZone: string, locale: string): string {
  return formatIn(timeZone, locale, { timeStyle: 'short' }).format(new Date(instant));
}

/** `2026-11-20`: the same day for programs, to group and to compare by. */
export function dayKey(instant: string | Date, timeZone: string): string {
  return formatIn(timeZone, 'sv-SE', { dateStyle: 'short' }).format(new Date(instant));
}

/** `1 hr 5 min`, `5 sec`: how long something took, in its two largest units. */
export function formatDuration(seconds: number, locale: string): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    ['day', Math.floor(whole / 86_400)],
    ['hour', Math.floor(whole / 3_600) % 24],
    ['minute', Math.floor(whole / 60) % 60],
    ['second', whole % 60],
  ] as const;
  const first = parts.findIndex(([unit, count]) => count > 0 || unit === 'second');
  const say = (unit: string, count: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  return parts
    .slice(first, first + 2)
    .filter(([, count], at) => at === 0 || count > 0)
    .map(([unit, count]) => say(unit, count))
    .join(' ');
}

/** All IANA time zones that the browser lists, `UTC` among them; older browsers list none. */
export function timeZones(): string[] {
  const zones = Intl.supportedValuesOf?.('timeZone') ?? [];
  return zones.includes('UTC') ? zones : ['UTC', ...zones];
}
