import type { Plan, Plans } from './plans';

/** The product that a plan is of: `postgresql` for `postgresql-s`. Empty: of none. */
export function productOf(plan: string): string {
  return plan.slice(0, Math.max(0, plan.lastIndexOf('-')));
}

/** The plans between which an add-on that has this one can change, with this one. */
export function plansLike(plan: string, plans: Plans): Plan[] {
  const product = productOf(plan);
  return plans.filter(({ name }) => name === plan || (product !== '' && productOf(name) === product));
}
