import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { IconApps, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { AppsQuery } from '../../gql/graphql';
import { problemOf } from '../../lib/problems';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Snippet } from '../../ui/snippet';
import { AppRow } from './app-row';
import { CreateAppDialog } from './create-app-dialog';
import { Invitations } from './invitations';
import { Transfers } from './transfers';
import { exampleRemote } from './words';

const route = getRouteApi('/signed-in/apps');

const appsDocument = graphql(`
  query Apps($after: Cursor) {
    viewer {
      id
      apps(first: 50, after: $after) {
        edges { node { id ...AppRow } }
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
      renderRoot={(props) => <Link from="/apps" to="." search={{ dialog: 'create' }} {...props} />}
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
      action={<CreateApp />}
      example={
        <Snippet
          code={`git remote add portico ${exampleRemote(git)}\ngit push portico main`}
          what={t`the commands that deploy`}
        />
      }
    >
      <Trans>Create an app, then deploy it with git push.</Trans>
    </Empty>
  );
}

type ListProps = { data: AppsQuery; fetching: boolean; onMore: (after: string) => void };

function AppList({ data: { viewer, serverInfo }, fetching, onMore }: ListProps) {
  if (!viewer) return null;
  const { edges, pageInfo } = viewer.apps;
  const { endCursor, hasNextPage } = pageInfo;
  return (
    <Stack gap="lg">
      <Invitations invitations={viewer.invitations} />
      <Transfers transfers={viewer.appTransfers} />
      {edges.length === 0 ? (
        <NoApps git={serverInfo.git} />
      ) : (
        <Rows>
          {edges.map(({ node }) => (
            <AppRow key={node.id} app={node} />
          ))}
        </Rows>
      )}
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

/** The apps that one owns or collaborates on, and the invitations to more. */
export function AppsPage() {
  const { t } = useLingui();
  const { dialog } = route.useSearch();
  const navigate = route.useNavigate();
  const [after, setAfter] = useState<string>();
  const [{ data, error, fetching }, retry] = useQuery({ query: appsDocument, variables: { after } });
  return (
    <Page title={t`Apps`} about={<Trans>Your apps and apps shared with you.</Trans>} action={<CreateApp />}>
      {!data && error && <Fault problem={problemOf(error)} onRetry={() => retry()} />}
      {!data && !error && <RowsSkeleton rows={4} />}
      {data && <AppList data={data} fetching={fetching} onMore={setAfter} />}
      <CreateAppDialog
        opened={dialog === 'create'}
        onClose={() => void navigate({ search: {}, replace: true, ignoreBlocker: true })}
      />
    </Page>
  );
}
