import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  dayKey,
  dayName,
  deviceTimeZone,
  exactTime,
  formatDuration,
  knowsTimeZone,
  relativeTime,
  timeOfDay,
  timeZones,
} from './dates';
import { dayHeading, groupByDay, startOfDay } from './live/days';

const now = new Date('2026-11-20T22:54:52Z');

describe('relativeTime', () => {
  test.each([
    ['2026-11-20T22:54:40Z', 'en', 'now'],
    ['2026-11-20T22:51:00Z', 'en', '3 minutes ago'],
    ['2026-11-19T20:00:00Z', 'en', '1 day ago'],
    ['2026-11-19T20:00:00Z', 'fr', 'il y a 1 jour'],
    ['2025-09-01T00:00:00Z', 'en', '1 year ago'],
    // What is ahead: a moment after it was set, it is as far ahead as it was set.
    ['2026-11-23T22:54:50Z', 'en', 'in 3 days'],
    ['2026-11-20T23:54:40Z', 'en', 'in 1 hour'],
    ['2026-11-20T23:34:52Z', 'en', 'in 40 minutes'],
    ['2026-11-21T22:20:52Z', 'en', 'in 23 hours'],
    ['2026-11-21T22:54:50Z', 'fr', 'dans 1 jour'],
    ['2026-11-20T22:55:00Z', 'en', 'now'],
  ])('%s in %s is %s', (instant, locale, said) => {
    expect(relativeTime(instant, now, locale)).toBe(said);
  });
});

test.each([
  [0, 'en', '0 sec'],
  [5.2, 'en', '5 sec'],
  [65, 'en', '1 min 5 sec'],
  [3600, 'en', '1 hr'],
  [90_000, 'en', '1 day 1 hr'],
  [65, 'fr', '1 min 5 s'],
])('%s seconds in %s are %s', (seconds, locale, said) => {
  expect(formatDuration(seconds, locale).replace(/\s/g, ' ')).toBe(said);
});

test('exactTime and dayKey speak of the zone that is asked for', () => {
  expect(exactTime(now, 'Pacific/Auckland', 'en-GB')).toMatch(/^21 November 2026 at 11:54:52/);
  expect(dayKey(now, 'Pacific/Auckland')).toBe('2026-11-21');
  expect(dayKey(now, 'America/New_York')).toBe('2026-11-20');
});

test('UTC can be chosen', () => {
  expect(timeZones()).toContain('UTC');
});

// What accounts have stored before the server checked it, or may store after this browser was built.
describe.each(['posixrules', 'Mars/Olympus', 'Etc/Unknown', ''])('the unknown time zone %j', (zone) => {
  test('is shown as the time of this device', () => {
    const here = deviceTimeZone();
    expect(knowsTimeZone(zone)).toBe(false);
    expect(exactTime(now, zone, 'en')).toBe(exactTime(now, here, 'en'));
    expect(dayName(now, zone, 'en')).toBe(dayName(now, here, 'en'));
    expect(dayKey(now, zone)).toBe(dayKey(now, here));
    expect(startOfDay('2026-11-20', zone)).toBe(startOfDay('2026-11-20', here));
    const group = (timeZone: string) => groupByDay([now], (at) => at.toISOString(), timeZone);
    expect(group(zone)).toEqual(group(here));
    expect(timeOfDay(now, zone, 'en')).toBe(timeOfDay(now, here, 'en'));
    expect(dayHeading(dayKey(now, here), now, zone, 'en')).toBe('Today');
  });
});

describe('a browser that is set to no time zone it knows', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each(['Etc/Unknown', undefined])('%s counts as UTC', (timeZone) => {
    const options = { timeZone } as Intl.ResolvedDateTimeFormatOptions;
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options);
    expect(deviceTimeZone()).toBe('UTC');
    expect(exactTime(now, 'Mars/Olympus', 'en')).toMatch(/UTC$/);
  });
});

test('a browser that lists no time zones offers UTC', () => {
  vi.stubGlobal('Intl', { ...Intl, supportedValuesOf: undefined });
  expect(timeZones()).toEqual(['UTC']);
  vi.unstubAllGlobals();
});

// The other half of internal/naming/time_zone_test.go.
test('this browser knows every time zone that the server takes, and the server takes every one it lists', () => {
  const taken = readFileSync('../internal/naming/time_zones.txt', 'utf8').trim().split('\n');
  expect(taken.filter((zone) => !knowsTimeZone(zone))).toEqual([]);
  expect(timeZones().filter((zone) => !taken.includes(zone))).toEqual([]);
});
