import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconApps, IconFilterOff, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { AppsQuery } from '../../gql/graphql';
import { formatMoney } from '../../lib/money';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Snippet } from '../../ui/snippet';
import { AppRow } from './app-row';
import { type Costs, useCosts } from './costs';
import { CreateAppDialog } from './create-app-dialog';
import { type AppsSearch, filterOf } from './filter';
import { Filters } from './filters';
import { GetStarted, Steps } from './get-started';
import { Invitations } from './invitations';
import { Transfers } from './transfers';
import { exampleRemote } from './words';

const route = getRouteApi('/signed-in/apps');

const appsDocument = graphql(`
  query Apps($after: Cursor, $filter: AppFilter) {
    viewer {
      id
      apps(first: 50, after: $after, filter: $filter) {
        edges { node { id name viewerRole lastDeployment { id } ...AppRow } }
        pageInfo { hasNextPage endCursor }
      }
      invitations { id ...InvitationRow }
      appTransfers { id ...TransferRow }
    }
    serverInfo {
      git { host port user }
    }
  }
`);

function CreateApp() {
  return (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link
          from="/apps"
          to="."
          search={(search) => ({ ...search, dialog: 'create' as const })}
          {...props}
        />
      )}
    >
      <Trans>Create app</Trans>
    </Button>
  );
}

function NoApps({ git }: { git: AppsQuery['serverInfo']['git'] }) {
  const { t } = useLingui();
  return (
    <Empty
      icon={<IconApps />}
      title={t`No apps yet`}
      example={
        <>
          <Steps />
          <Snippet
            code={`git remote add portico ${exampleRemote(git)}\ngit push portico main`}
            what={t`the commands that deploy`}
          />
        </>
      }
    >
      <Trans>Create an app, then deploy it with git push.</Trans>
    </Empty>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  const { t } = useLingui();
  return (
    <Empty
      icon={<IconFilterOff />}
      title={t`No matching apps`}
      action={
        <Button variant="default" onClick={onClear}>
          <Trans>Clear filters</Trans>
        </Button>
      }
    >
      <Trans>None of your apps match. Try another name or status.</Trans>
    </Empty>
  );
}

type ListProps = {
  data: AppsQuery;
  fetching: boolean;
  search: AppsSearch;
  onSearch: (search: AppsSearch) => void;
  onMore: (after: string) => void;
};

/** What all apps cost, also those that are not listed. */
function Total({ costs }: { costs: Costs }) {
  const { i18n } = useLingui();
  const total = formatMoney(costs.total, i18n.locale);
  return (
    <Group justify="flex-end" gap="xs" px="md">
      <Text size="sm" className="tabular">
        <Trans>All your apps: {total} so far this month</Trans>
      </Text>
      <Anchor size="sm" renderRoot={(props) => <Link to="/usage" {...props} />}>
        <Trans>View usage</Trans>
      </Anchor>
    </Group>
  );
}

/** The app to start with, where none was ever deployed. */
function neverDeployed({ edges, pageInfo }: NonNullable<AppsQuery['viewer']>['apps']): string | undefined {
  if (pageInfo.hasNextPage || edges.some(({ node }) => node.lastDeployment)) return undefined;
  return edges.find(({ node }) => node.viewerRole === 'OWNER')?.node.name;
}

/** The apps that match, or what is to be done where there is none. */
function AppList({ data: { viewer, serverInfo }, fetching, search, onSearch }: ListProps) {
  const costs = useCosts();
  const edges = viewer?.apps.edges ?? [];
  if (edges.length > 0) {
    return (
      <Stack gap="xs">
        <Rows>
          {edges.map(({ node }) => (
            <AppRow key={node.id} app={node} costs={costs} />
          ))}
        </Rows>
        {costs && <Total costs={costs} />}
      </Stack>
    );
  }
  // What is still on screen is the answer to another question.
  if (fetching) return <RowsSkeleton rows={4} />;
  return filterOf(search) ? <NothingMatches onClear={() => onSearch({})} /> : <NoApps git={serverInfo.git} />;
}

function Lists(props: ListProps) {
  const { data, fetching, search, onSearch, onMore } = props;
  const { viewer } = data;
  if (!viewer) return null;
  const { edges, pageInfo } = viewer.apps;
  const { endCursor, hasNextPage } = pageInfo;
  const filtered = Boolean(filterOf(search));
  const first = filtered ? undefined : neverDeployed(viewer.apps);
  return (
    <Stack gap="lg">
      <Invitations invitations={viewer.invitations} />
      <Transfers transfers={viewer.appTransfers} />
      {first && <GetStarted app={first} />}
      {(filtered || edges.length > 0) && <Filters search={search} onChange={onSearch} />}
      <div aria-busy={fetching}>
        <AppList {...props} />
      </div>
      {hasNextPage && endCursor && (
        <Group justify="center">
          <Button variant="default" loading={fetching} onClick={() => onMore(endCursor)}>
            <Trans>Show more</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** The apps that match what the address says, and how to get more of them. */
function useApps(search: AppsSearch) {
  const filter = filterOf(search);
  const asked = JSON.stringify(filter);
  const [more, setMore] = useState<{ asked?: string; after?: string }>({});
  const after = more.asked === asked ? more.after : undefined;
  const [{ data, error, fetching }, retry] = useQuery({ query: appsDocument, variables: { after, filter } });
  // Of a filter that is new, the cache knows no viewer.
  const answer = data?.viewer ? data : undefined;
  return {
    data: useLast(answer),
    problem: !answer && error ? problemOf(error) : undefined,
    fetching: fetching || (!answer && !error),
    retry,
    onMore: (next: string) => setMore({ asked, after: next }),
  };
}

/** The apps that one owns or collaborates on, and the invitations to more. */
export function AppsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, problem, fetching, retry, onMore } = useApps(search);
  const show = (next: AppsSearch) =>
    void navigate({ search: next, replace: true, resetScroll: false, ignoreBlocker: true });
  return (
    <Page title={t`Apps`} about={<Trans>Your apps and apps shared with you.</Trans>} action={<CreateApp />}>
      {problem && <Fault problem={problem} onRetry={() => retry()} />}
      {!data && !problem && <RowsSkeleton rows={4} />}
      {data && <Lists data={data} fetching={fetching} search={search} onSearch={show} onMore={onMore} />}
      <CreateAppDialog
        opened={search.dialog === 'create'}
        onClose={() => show({ ...search, dialog: undefined })}
      />
    </Page>
  );
}
