import { Trans } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { AppRowFragment } from '../../gql/graphql';
import { BusinessAgo } from '../../ui/ago';
import { Tag } from '../../ui/tag';
import classes from './rows.module.css';
import { branchOf, shortCommit, useRoleNames } from './words';

export const appRowFragment = graphql(`
  fragment AppRow on App {
    id
    name
    viewerRole
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
      <Text size="sm" c="dimmed">
        <Trans>No deployments yet</Trans>
      </Text>
    );
  }
  return (
    <>
      <Text size="sm" className={classes.subject}>
        {deployment.subject}
      </Text>
      <Text size="sm" c="dimmed" component="div" className={classes.facts}>
        <span className="mono">{shortCommit(deployment.commit)}</span>
        <span>{branchOf(deployment.ref)}</span>
        <BusinessAgo at={deployment.createdAt} />
      </Text>
    </>
  );
}

export function AppRow({ app: masked }: { app: FragmentType<typeof appRowFragment> }) {
  const app = readFragment(appRowFragment, masked);
  const roles = useRoleNames();
  return (
    <li className={`${classes.row} ${classes.linked}`}>
      <div className={classes.main}>
        <Group gap="xs">
          <Link to="/apps/$name" params={{ name: app.name }} className={classes.link}>
            {app.name}
          </Link>
          <Tag>{roles[app.viewerRole]}</Tag>
        </Group>
        {app.viewerRole !== 'OWNER' && (
          <Text size="sm" c="dimmed">
            <Trans>Owned by {app.owner.username}</Trans>
          </Text>
        )}
      </div>
      <div className={classes.aside}>
        <LastDeployment deployment={app.lastDeployment} />
      </div>
    </li>
  );
}
