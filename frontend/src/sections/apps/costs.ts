import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { Amount } from '../../lib/money';
import { periodOf, useCurrentMonth } from '../../lib/month';
import { useLast } from '../../lib/use-last';

const costsDocument = graphql(`
  query AppCosts($from: DateTime!, $to: DateTime!) {
    viewer {
      id
      billing {
        usage(from: $from, to: $to, groupBy: APP) {
          total { amount currency }
          rows {
            app { id }
            amount { amount currency }
          }
        }
      }
    }
  }
`);

export type Costs = {
  /** What all apps cost so far, deleted ones included. */
  total: Amount;
  /** What one app cost so far. */
  of: (app: string) => Amount;
};

/** What the viewer's apps cost so far this month; undefined until it is known, and for those who may not read it. */
export function useCosts(): Costs | undefined {
  const [{ data }] = useQuery({ query: costsDocument, variables: periodOf(useCurrentMonth()) });
  const usage = useLast(data?.viewer?.billing.usage);
  if (!usage) return undefined;
  const { total, rows } = usage;
  const amounts = new Map(rows.map(({ app, amount }) => [app.id, amount]));
  return { total, of: (app) => amounts.get(app) ?? { amount: 0, currency: total.currency } };
}
