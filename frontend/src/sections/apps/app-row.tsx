import { Trans, useLingui } from '@lingui/react/macro';
import { IconAppWindow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { AppRowFragment } from '../../gql/graphql';
import { type Amount, formatMoney } from '../../lib/money';
import { BusinessAgo } from '../../ui/ago';
import { Row, rowLink } from '../../ui/row';
import { Tag } from '../../ui/tag';
import classes from './app-row.module.css';
import { AppStatus } from './app-status';
import type { Costs } from './costs';
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

/** What it cost so far this month, and when it was deployed last. */
function Right({ deployedAt, cost }: { deployedAt?: string; cost?: Amount }) {
  const { i18n } = useLingui();
  const amount = cost && formatMoney(cost, i18n.locale);
  return (
    <span className={classes.right}>
      {amount && (
        <span>
          <Trans>
            <span className={classes.amount}>{amount}</span> this month
          </Trans>
        </span>
      )}
      {deployedAt && <BusinessAgo at={deployedAt} />}
    </span>
  );
}

type AppRowProps = { app: FragmentType<typeof appRowFragment>; costs?: Costs };

/** An app in a list; what it costs is shown to its owner, who pays. */
export function AppRow({ app: masked, costs }: AppRowProps) {
  const app = readFragment(appRowFragment, masked);
  const roles = useRoleNames();
  const { id, name, viewerRole, status, owner, lastDeployment } = app;
  const cost = viewerRole === 'OWNER' ? costs?.of(id) : undefined;
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
      time={(lastDeployment || cost) && <Right deployedAt={lastDeployment?.createdAt} cost={cost} />}
    />
  );
}
