import { Trans } from '@lingui/react/macro';
import { IconAppWindow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { AppRowFragment } from '../../gql/graphql';
import { BusinessAgo } from '../../ui/ago';
import { Row, rowLink } from '../../ui/row';
import { Tag } from '../../ui/tag';
import { AppStatus } from './app-status';
import { branchOf, shortCommit, useRoleNames } from './words';

export const appRowFragment = graphql(`
  fragment AppRow on App {
    id
    name
    viewerRole
    status
    owner { id username }
    lastDeployment {
      id
      commit
      subject
      ref
      createdAt
    }
  }
`);

function LastDeployment({ deployment }: { deployment: AppRowFragment['lastDeployment'] }) {
  if (!deployment) {
    return (
      <span>
        <Trans>No deployments yet</Trans>
      </span>
    );
  }
  return (
    <>
      <span>{deployment.subject}</span>
      <span className="mono">{shortCommit(deployment.commit)}</span>
      <span>{branchOf(deployment.ref)}</span>
    </>
  );
}

export function AppRow({ app: masked }: { app: FragmentType<typeof appRowFragment> }) {
  const app = readFragment(appRowFragment, masked);
  const roles = useRoleNames();
  const { name, viewerRole, status, owner, lastDeployment } = app;
  return (
    <Row
      icon={<IconAppWindow size={18} />}
      title={
        <Link to="/apps/$name" params={{ name }} className={rowLink}>
          {name}
        </Link>
      }
      tags={viewerRole !== 'OWNER' && <Tag>{roles[viewerRole]}</Tag>}
      meta={
        <>
          <AppStatus status={status} />
          {viewerRole !== 'OWNER' && (
            <span>
              <Trans>Owned by {owner.username}</Trans>
            </span>
          )}
          <LastDeployment deployment={lastDeployment} />
        </>
      }
      time={lastDeployment && <BusinessAgo at={lastDeployment.createdAt} />}
    />
  );
}
