import { monthly } from '../../lib/money';
import type { Plans } from './plans';

export type Wanted = { type: string; amount: number; size: string };

/** What containers cost in a month, if they run all the time. Sizes that are unknown cost nothing. */
export function costOf(wanted: readonly Wanted[], plans: Plans) {
  const micros = wanted.reduce((sum, { amount, size }) => {
    const plan = plans.find(({ name }) => name === size);
    return sum + amount * (plan?.price.microsPerHour ?? 0);
  }, 0);
  return monthly(micros);
}

/** What of an order is different from what was ordered before. */
export function changesOf(wanted: readonly Wanted[], ordered: readonly Wanted[]): Wanted[] {
  return wanted.filter(({ type, amount, size }) => {
    const before = ordered.find((one) => one.type === type);
    return before ? before.amount !== amount || before.size !== size : amount > 0;
  });
}
