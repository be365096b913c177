import { describe, expect, test } from 'vitest';
import { endOf, isPossibleDay, lastDay, standingOf } from './expiry';

const now = new Date('2026-11-20T23:30:00Z');
const paris = 'Europe/Paris';

describe('endOf', () => {
  test('counts days from now', () => {
    expect(endOf('7', '', now, paris)).toBe('2026-11-27T23:30:00.000Z');
    expect(endOf('365', '', now, paris)).toBe('2027-11-20T23:30:00.000Z');
  });

  test('ends with the chosen day, in the account’s time zone', () => {
    expect(endOf('day', '2026-12-24', now, paris)).toBe('2026-12-24T23:00:00.000Z');
    expect(endOf('day', '2026-12-24', now, 'UTC')).toBe('2026-12-25T00:00:00.000Z');
  });

  test('never goes beyond 366 days', () => {
    for (const zone of ['UTC', paris, 'Pacific/Kiritimati', 'America/New_York']) {
      const end = Date.parse(endOf('day', lastDay(now, zone), now, zone));
      expect(end).toBeLessThan(now.getTime() + 366 * 86_400_000);
    }
  });
});

test('a day is possible from today on to the last', () => {
  // In Paris it is the 21st already.
  expect(isPossibleDay('2026-11-20', now, paris)).toBe(false);
  expect(isPossibleDay('2026-11-21', now, paris)).toBe(true);
  expect(isPossibleDay('2027-11-21', now, paris)).toBe(true);
  expect(isPossibleDay('2027-11-22', now, paris)).toBe(false);
  expect(isPossibleDay('', now, paris)).toBe(false);
});

test('warns below 7 days', () => {
  expect(standingOf(null, now)).toBe('endless');
  expect(standingOf('2026-11-27T23:30:00Z', now)).toBe('later');
  expect(standingOf('2026-11-27T23:29:59Z', now)).toBe('soon');
  expect(standingOf('2026-11-20T23:30:00Z', now)).toBe('ended');
});
