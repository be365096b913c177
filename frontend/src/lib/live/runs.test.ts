import { expect, test } from 'vitest';
import type { TimelineEvent } from './event';
import { event } from './page.fixture';
import { runsOf } from './runs';

/** Events of which each is so many minutes older than the one before. */
function events(...all: { gap?: number; [field: string]: unknown }[]): TimelineEvent[] {
  let at = Date.parse('2026-11-20T12:00:00Z');
  return all.map(({ gap = 1, ...more }, i) => {
    at -= gap * 60_000;
    return event(String(i), 'Done', { occurredAt: new Date(at).toISOString(), ...more }) as TimelineEvent;
  });
}

const lengths = (all: TimelineEvent[]) => runsOf(all, () => true).map(({ length }) => length);

test('three of the same in a row are a run, and two are not', () => {
  expect(lengths([])).toEqual([]);
  expect(lengths(events({}, {}))).toEqual([1, 1]);
  expect(lengths(events({}, {}, {}))).toEqual([3]);
});

test('the order stays, and something else in between ends a run', () => {
  const all = events({}, {}, {}, { type: 'APP_DELETED' }, {}, {}, {}, {});
  expect(lengths(all)).toEqual([3, 1, 4]);
  expect(runsOf(all, () => true).flat()).toEqual(all);
});

test.each([
  ['type', { type: 'APP_DELETED' }],
  ['app', { app: { id: 'app-2', name: 'other' } }],
  ['no app', { app: null }],
  ['actor', { actor: { kind: 'ACCOUNT', account: { id: 'grace', username: 'grace' } } }],
  ['no account', { actor: { kind: 'PLATFORM', account: null } }],
  ['time', { gap: 61 }],
])('another %s is not of the run', (_, other) => {
  expect(lengths(events({}, {}, {}, other))).toEqual([3, 1]);
});

test('an hour between two is close enough', () => {
  expect(lengths(events({}, { gap: 60 }, { gap: 60 }))).toEqual([3]);
});

test('a sign-in from elsewhere is not hidden among the others', () => {
  const here = { type: 'LOGIN_SUCCEEDED', address: '203.0.113.7', device: 'Firefox on Linux' };
  expect(lengths(events(here, here, here, { ...here, address: '198.51.100.9' }, here))).toEqual([3, 1, 1]);
  expect(lengths(events(here, here, { ...here, device: 'curl' }, here))).toEqual([1, 1, 1, 1]);
});

test('what has no name is told one by one', () => {
  const isNamed = (type: string) => type !== 'APP_CREATED';
  expect(runsOf(events({}, {}, {}), isNamed).map(({ length }) => length)).toEqual([1, 1, 1]);
});
