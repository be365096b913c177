import { expect, test } from 'vitest';
import { dayHeading, groupByDay, startOfDay } from './days';

test('events stand under the day of the time zone in which they are shown', () => {
  const late = { id: 'late', occurredAt: '2026-11-20T23:30:00Z' };
  const early = { id: 'early', occurredAt: '2026-11-20T08:00:00Z' };
  const group = (timeZone: string) => groupByDay([late, early], ({ occurredAt }) => occurredAt, timeZone);
  expect(group('UTC')).toEqual([['2026-11-20', [late, early]]]);
  expect(group('Europe/Paris')).toEqual([
    ['2026-11-21', [late]],
    ['2026-11-20', [early]],
  ]);
});

test('today and yesterday are called so, in the language and the time zone', () => {
  const now = new Date('2026-11-20T23:30:00Z');
  expect(dayHeading('2026-11-20', now, 'UTC', 'en')).toBe('Today');
  expect(dayHeading('2026-11-20', now, 'Europe/Paris', 'en')).toBe('Yesterday');
  expect(dayHeading('2026-11-20', now, 'Europe/Paris', 'fr')).toBe('Hier');
  expect(dayHeading('2026-11-18', now, 'UTC', 'fr')).toBe('Mercredi 18 novembre 2026');
});

test.each([
  ['2026-11-20', 'UTC', 0, '2026-11-20T00:00:00.000Z'],
  ['2026-11-20', 'Europe/Paris', 0, '2026-11-19T23:00:00.000Z'],
  ['2026-11-20', 'Europe/Paris', 1, '2026-11-20T23:00:00.000Z'],
  ['2026-11-20', 'America/Los_Angeles', 0, '2026-11-20T08:00:00.000Z'],
  ['2026-11-20', 'Asia/Kathmandu', 0, '2026-11-19T18:15:00.000Z'],
  // The clocks go forward and back on these days.
  ['2026-03-29', 'Europe/Paris', 0, '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Paris', 1, '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Paris', 0, '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Paris', 1, '2026-10-25T23:00:00.000Z'],
])('%s in %s plus %i days begins at %s', (day, zone, days, start) => {
  expect(startOfDay(day, zone, days)).toBe(start);
});
