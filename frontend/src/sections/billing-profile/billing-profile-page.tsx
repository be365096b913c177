import { useLingui } from '@lingui/react/macro';
import { Paper, Skeleton, Stack } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { BillingProfileForm } from './billing-profile-form';

export const billingProfileDocument = graphql(`
  query BillingProfile {
    viewer {
      id
      billing {
        profile {
          kind
          legalName
          addressLine1
          addressLine2
          postalCode
          city
          state
          country
          vatNumber
          vatStatus
          invoiceNote
          recipients
        }
      }
    }
  }
`);

const firstWait = 1000;
const longestWait = 60_000;

/** Asks again while an answer of VIES is awaited, ever more rarely: no event tells of it. */
function useAwaited(awaited: boolean, ask: () => void) {
  const again = useEffectEvent(ask);
  useEffect(() => {
    if (!awaited) return;
    let timer: ReturnType<typeof setTimeout>;
    const askIn = (wait: number) => {
      timer = setTimeout(() => {
        again();
        askIn(Math.min(2 * wait, longestWait));
      }, wait);
    };
    askIn(firstWait);
    return () => clearTimeout(timer);
  }, [awaited]);
}

function Loading() {
  const { t } = useLingui();
  return (
    <Paper withBorder p="lg" role="status" aria-label={t`Loading`}>
      <Stack>
        {[1, 2, 3, 4, 5].map((field) => (
          <Stack gap={6} key={field}>
            <Skeleton h={14} w={90} />
            <Skeleton h={36} />
          </Stack>
        ))}
      </Stack>
    </Paper>
  );
}

/** Who the account's invoices are made out to. */
export function BillingProfilePage() {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({ query: billingProfileDocument });
  const billing = useLast(data?.viewer?.billing);
  const refresh = () => ask({ requestPolicy: 'network-only' });
  useAwaited(billing?.profile?.vatStatus === 'UNCHECKED', refresh);
  return (
    <Page title={t`Billing details`} about={t`What your invoices are made out to.`}>
      {billing ? (
        <BillingProfileForm profile={billing.profile ?? null} />
      ) : error ? (
        <Fault problem={problemOf(error)} onRetry={refresh} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
