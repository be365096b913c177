import { useQuery } from 'urql';
import { graphql, readFragment } from '../../gql';
import type { PlanKind, PlanOptionFragment } from '../../gql/graphql';
import { problemOf } from '../../lib/problems';

const planOption = graphql(`
  fragment PlanOption on Plan {
    name
    label
    kind
    price { microsPerHour monthly { amount currency } }
  }
`);

const plansDocument = graphql(`
  query Plans {
    plans { ...PlanOption }
  }
`);

export type Plan = PlanOptionFragment;
export type Plans = readonly Plan[];

/** The plans of these kinds that are sold, in the order of the catalog. */
export function usePlans(...kinds: readonly PlanKind[]) {
  const [{ data, error }, retry] = useQuery({ query: plansDocument });
  const plans: Plans | undefined = data?.plans
    .map((plan) => readFragment(planOption, plan))
    .filter(({ kind }) => kinds.includes(kind));
  return { plans, problem: !plans && error ? problemOf(error) : undefined, retry: () => retry() };
}
