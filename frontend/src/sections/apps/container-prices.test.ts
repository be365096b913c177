import { expect, test } from 'vitest';
import type { PlanOptionFragment } from '../../gql/graphql';
import { changesOf, costOf } from './container-prices';

const plan = (name: string, microsPerHour: number): PlanOptionFragment =>
  ({ name, label: name, kind: 'CONTAINER', price: { microsPerHour } }) as PlanOptionFragment;

const plans = [plan('S', 10_000), plan('M', 20_000)];

test('a month has 730 hours', () => {
  expect(costOf([{ type: 'web', amount: 2, size: 'M' }], plans)).toEqual({ amount: 2920, currency: 'EUR' });
});

test('types are summed up before they are rounded', () => {
  const one = { type: 'a', amount: 1, size: 'S' };
  expect(costOf([one, { ...one, type: 'b' }], [plan('S', 7)]).amount).toBe(1);
});

test('only what differs is ordered', () => {
  const ordered = [
    { type: 'web', amount: 1, size: 'M' },
    { type: 'worker', amount: 2, size: 'S' },
  ];
  const wanted = [
    { type: 'web', amount: 1, size: 'M' },
    { type: 'worker', amount: 2, size: 'M' },
    { type: 'cron', amount: 0, size: 'M' },
  ];
  expect(changesOf(wanted, ordered)).toEqual([{ type: 'worker', amount: 2, size: 'M' }]);
});
