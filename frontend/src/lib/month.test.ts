import { expect, test } from 'vitest';
import { daysOf, monthFrom, periodOf } from './month';

test('December is followed by January', () => {
  expect(periodOf('2026-12')).toEqual({ from: '2026-12-01T00:00:00Z', to: '2027-01-01T00:00:00Z' });
});

test('a year ago is the same month', () => {
  expect(monthFrom('2026-03', -12)).toBe('2025-03');
});

test('a leap year has a longer February', () => {
  expect(daysOf('2028-02')).toHaveLength(29);
});
