import { monthly } from '../../lib/money';
import type { App } from './app';
import type { Plan } from './plans';

export type Wanted = { type: string; amount: number; size: string };

/** A size, as far as it takes to choose and to price it. */
export type Size = Pick<Plan, 'name' | 'label' | 'price'>;

/** The sizes to choose from: those that are sold, and those that the app still has although they no longer are. */
export function sizesOf(plans: readonly Size[], containers: App['containers']): Size[] {
  const kept = new Map(containers.map(({ plan }) => [plan.name, plan]));
  for (const { name } of plans) kept.delete(name);
  return [...plans, ...kept.values()];
}

/** The size that a form begins with: `M`, as in the API, where it is sold. */
export const defaultSize = (plans: readonly Size[]): string =>
  (plans.find(({ name }) => name === 'M') ?? plans[0])?.name ?? '';

/** What containers cost in a month, if they run all the time. */
export function costOf(wanted: readonly Wanted[], sizes: readonly Size[]) {
  const micros = wanted.reduce((sum, { amount, size }) => {
    const plan = sizes.find(({ name }) => name === size);
    return sum + amount * (plan?.price.microsPerHour ?? 0);
  }, 0);
  return monthly(micros);
}

/** What is ordered, with changes on top of it. */
export function changed(ordered: readonly Wanted[], changes: readonly Wanted[]): Wanted[] {
  const isNew = ({ type }: Wanted) => !ordered.some((one) => one.type === type);
  return [
    ...ordered.map((one) => changes.find(({ type }) => type === one.type) ?? one),
    ...changes.filter(isNew),
  ];
}

/** What of an order is different from what was ordered before. */
export function changesOf(wanted: readonly Wanted[], ordered: readonly Wanted[]): Wanted[] {
  return wanted.filter(({ type, amount, size }) => {
    const before = ordered.find((one) => one.type === type);
    return before ? before.amount !== amount || before.size !== size : amount > 0;
  });
}
