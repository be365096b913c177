import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { formatMoney } from '../../lib/money';
import { periodOf, useCurrentMonth } from '../../lib/month';
import { useLast } from '../../lib/use-last';
import { SectionCard } from '../../ui/section-card';
import type { App } from './app';

const costDocument = graphql(`
  query AppCost($app: ID!, $from: DateTime!, $to: DateTime!) {
    viewer {
      id
      billing {
        usage(from: $from, to: $to, app: $app) {
          total { amount currency }
          forecast { amount currency }
        }
      }
    }
  }
`);

/** What an app has cost its owner this month, and what it will have cost at its end. */
export function AppCost({ app }: { app: App }) {
  const { t, i18n } = useLingui();
  const variables = { app: app.id, ...periodOf(useCurrentMonth()) };
  const [{ data }] = useQuery({ query: costDocument, variables, pause: app.viewerRole !== 'OWNER' });
  const usage = useLast(data?.viewer?.billing.usage);
  if (app.viewerRole !== 'OWNER' || !usage) return null;
  const total = formatMoney(usage.total, i18n.locale);
  const forecast = usage.forecast && formatMoney(usage.forecast, i18n.locale);
  return (
    <SectionCard
      title={t`So far this month`}
      about={<Trans>Containers, add-ons, and one-off containers. Before taxes.</Trans>}
    >
      <Text fz={28} fw={600} lh={1.2} className="tabular">
        {total}
      </Text>
      {forecast && (
        <Text c="dimmed" className="tabular">
          <Trans>At this rate: about {forecast} by the month’s end</Trans>
        </Text>
      )}
    </SectionCard>
  );
}
