import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, readFragment } from '../../gql';
import type { AddonRowFragment } from '../../gql/graphql';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';
import { Fault } from '../../ui/fault';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SectionCard } from '../../ui/section-card';
import { AddAddonDialog } from './add-addon-dialog';
import { AddonRow, addonFragment } from './addon-row';
import type { App } from './app';
import { type Plans, usePlans } from './plans';
import { type AppEvents, useAskAfter } from './use-app-events';
import { useUntil } from './use-until-settled';

const addonsDocument = graphql(`
  query Addons($app: ID!) {
    node(id: $app) {
      __typename
      id
      ... on App {
        addons(first: 100) {
          edges { node { ...AddonRow } }
        }
      }
    }
  }
`);

function useAddons(app: App, events: AppEvents) {
  const [{ data, error }, ask] = useQuery({ query: addonsDocument, variables: { app: app.id } });
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const edges = useLast(data?.node?.__typename === 'App' ? data.node.addons.edges : undefined);
  const addons = edges?.map(({ node }) => readFragment(addonFragment, node));
  const settled = !addons?.some(({ status }) => status === 'PROVISIONING' || status === 'RESUMING');
  useUntil(settled, refresh);
  useAskAfter(events, 'ADDON_', refresh);
  return { addons, problem: !addons && error ? problemOf(error) : undefined, refresh };
}

function AddAddon({ appId, plans }: { appId: string; plans: Plans }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        <Trans>Add add-on</Trans>
      </Button>
      <AddAddonDialog appId={appId} plans={plans} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function AddonList({ addons, plans }: { addons: readonly AddonRowFragment[]; plans?: Plans }) {
  const { t } = useLingui();
  if (addons.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>This app has no add-ons yet.</Trans>
      </Text>
    );
  }
  return (
    <Rows label={t`Add-ons`}>
      {addons.map((addon) => (
        <AddonRow key={addon.id} addon={addon} plans={plans} />
      ))}
    </Rows>
  );
}

/** The databases and other add-ons of an app, and what each costs. */
export function Addons({ app, events }: { app: App; events: AppEvents }) {
  const { t } = useLingui();
  const { addons, problem, refresh } = useAddons(app, events);
  const catalog = usePlans('DATABASE', 'ADDON');
  const mayManage = app.viewerCan.includes('MANAGE_ADDONS');
  const plans = mayManage ? catalog.plans : undefined;
  return (
    <SectionCard
      title={t`Add-ons`}
      about={<Trans>Databases and other services for this app, billed by the minute while they run.</Trans>}
    >
      {problem && <Fault problem={problem} onRetry={refresh} />}
      {!addons && !problem && <RowsSkeleton rows={1} />}
      {addons && (
        <Stack align="stretch">
          <AddonList addons={addons} plans={plans} />
          {mayManage && catalog.problem && <Fault problem={catalog.problem} onRetry={catalog.retry} />}
          {plans && (
            <div>
              <AddAddon appId={app.id} plans={plans} />
            </div>
          )}
        </Stack>
      )}
    </SectionCard>
  );
}
