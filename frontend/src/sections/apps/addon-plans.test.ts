import { expect, test } from 'vitest';
import { plansLike, productOf } from './addon-plans';
import type { Plan } from './plans';

const plan = (name: string) => ({ name }) as Plan;
const plans = ['postgresql-s', 'postgresql-m', 'postgresql-eu-s', 'mail', 'backup'].map(plan);
const namesOf = (found: readonly Plan[]) => found.map(({ name }) => name);

test('a product is what stands before the last dash', () => {
  expect(productOf('postgresql-s')).toBe('postgresql');
  expect(productOf('postgresql-eu-s')).toBe('postgresql-eu');
  expect(productOf('mail')).toBe('');
});

test('an add-on can change between the plans of its product', () => {
  expect(namesOf(plansLike('postgresql-s', plans))).toEqual(['postgresql-s', 'postgresql-m']);
});

test('a plan without a product stands alone', () => {
  expect(namesOf(plansLike('mail', plans))).toEqual(['mail']);
});
