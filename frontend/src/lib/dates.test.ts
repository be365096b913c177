import { describe, expect, test } from 'vitest';
import { dayKey, exactTime, relativeTime, timeZones } from './dates';

const now = new Date('2026-11-20T22:54:52Z');

describe('relativeTime', () => {
  test.each([
    ['2026-11-20T22:54:40Z', 'en', 'now'],
    ['2026-11-20T22:51:00Z', 'en', '3 minutes ago'],
    ['2026-11-19T20:00:00Z', 'en', 'yesterday'],
    ['2026-11-19T20:00:00Z', 'fr', 'hier'],
    ['2025-09-01T00:00:00Z', 'en', 'last year'],
  ])('%s in %s is %s', (instant, locale, said) => {
    expect(relativeTime(instant, now, locale)).toBe(said);
  });
});

test('exactTime and dayKey speak of the zone that is asked for', () => {
  expect(exactTime(now, 'Pacific/Auckland', 'en-GB')).toMatch(/^21 November 2026 at 11:54:52/);
  expect(dayKey(now, 'Pacific/Auckland')).toBe('2026-11-21');
  expect(dayKey(now, 'America/New_York')).toBe('2026-11-20');
});

test('UTC can be chosen', () => {
  expect(timeZones()).toContain('UTC');
});
