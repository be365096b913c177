import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { graphql, readFragment } from '../../gql';
import { problemOf } from '../../lib/problems';
import { useViewer } from '../../lib/viewer';
import { Fault } from '../../ui/fault';
import { Person } from '../../ui/person';
import { Row } from '../../ui/row';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Tag } from '../../ui/tag';
import type { App } from './app';
import { CollaboratorRow, collaboratorFragment } from './collaborator-row';
import { InviteForm } from './invite-form';
import { type AppEvents, useAskAfter } from './use-app-events';
import { useRoleNames } from './words';

const collaboratorsDocument = graphql(`
  query Collaborators($app: ID!) {
    node(id: $app) {
      __typename
      id
      ... on App {
        collaborators(first: 100) {
          edges { node { ...CollaboratorRow } }
          totalCount
        }
      }
    }
  }
`);

function OwnerRow({ owner }: Pick<App, 'owner'>) {
  const roles = useRoleNames();
  return (
    <Row
      icon={<Person username={owner.username} fullName={owner.fullName} />}
      title={owner.username}
      meta={owner.fullName && <span>{owner.fullName}</span>}
      actions={<Tag>{roles.OWNER}</Tag>}
    />
  );
}

type CollaboratorsProps = { app: App; events: AppEvents };

/** Who works on the app, and who is invited to. */
export function Collaborators({ app, events }: CollaboratorsProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const mayManage = app.viewerCan.includes('MANAGE_COLLABORATORS');
  const [{ data, error }, ask] = useQuery({ query: collaboratorsDocument, variables: { app: app.id } });
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useAskAfter(events, 'COLLABORATOR_', refresh);

  const node = data?.node?.__typename === 'App' ? data.node : undefined;
  if (!node)
    return error ? <Fault problem={problemOf(error)} onRetry={refresh} /> : <RowsSkeleton rows={2} />;
  const people = node.collaborators.edges.map(({ node }) => readFragment(collaboratorFragment, node));
  return (
    <Stack gap="lg">
      {mayManage && <InviteForm appId={app.id} onInvited={refresh} />}
      <Rows label={t`People with access to this app`}>
        <OwnerRow owner={app.owner} />
        {people.map((one) => (
          <CollaboratorRow
            key={one.id}
            collaborator={one}
            app={app}
            mayManage={mayManage}
            isViewer={one.account.id === viewer.id}
            onChanged={refresh}
          />
        ))}
      </Rows>
      {mayManage && people.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>No collaborators yet. People you invite get access once they accept.</Trans>
        </Text>
      )}
    </Stack>
  );
}
