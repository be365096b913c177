import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Paper, Stack, Tooltip } from '@mantine/core';
import { IconChevronDown, IconKey, IconRocket } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { graphql, readFragment } from '../../gql';
import type { DeploymentRowFragment } from '../../gql/graphql';
import { ask, notFound } from '../../lib/live/ask';
import { DayList } from '../../lib/live/day-list';
import type { TimelineEvent } from '../../lib/live/event';
import { NewEvents } from '../../lib/live/new-events';
import { Older } from '../../lib/live/older';
import { type Load, onTop, usePages } from '../../lib/live/use-pages';
import { BusinessTime } from '../../ui/ago';
import { Copy } from '../../ui/copy';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { Person } from '../../ui/person';
import { Row } from '../../ui/row';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Tag } from '../../ui/tag';
import type { App, Git } from './app';
import classes from './deployments.module.css';
import { HowToPush } from './how-to-push';
import { useKeyNames } from './ssh-keys';
import type { AppEvents } from './use-app-events';
import { branchOf, shortCommit } from './words';

const rowFragment = graphql(`
  fragment DeploymentRow on Deployment {
    id
    commit
    subject
    ref
    pusherName
    keyFingerprint
    createdAt
  }
`);

const pageDocument = graphql(`
  query Deployments($app: ID!, $after: Cursor) {
    node(id: $app) {
      __typename
      id
      ... on App {
        deployments(first: 20, after: $after) {
          edges { node { ...DeploymentRow } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`);

type Deployment = DeploymentRowFragment;

function useLoad(app: string): Load<Deployment, null> {
  return useCallback(
    async (after) => {
      const answer = await ask(pageDocument, { app, after });
      if ('problem' in answer) return answer;
      if (answer.data.node?.__typename !== 'App') return notFound;
      const { edges, pageInfo } = answer.data.node.deployments;
      return { items: edges.map(({ node }) => readFragment(rowFragment, node)), ...pageInfo, extra: null };
    },
    [app],
  );
}

/** The event of a deployment says all that a row shows: nothing has to be loaded. */
export function deploymentOf(event: TimelineEvent): Deployment | undefined {
  if (event.__typename !== 'AppDeployedEvent') return;
  const { actor, occurredAt, deployment } = event;
  return {
    ...deployment,
    pusherName: actor.account?.username ?? '',
    createdAt: occurredAt,
  };
}

/** The key by its name, where it is one's own; others' keys have no name here. */
function Key({ fingerprint, name }: { fingerprint: string; name?: string }) {
  if (!name) return <span className="mono">{fingerprint}</span>;
  return (
    <Tooltip label={fingerprint} withArrow events={{ hover: true, focus: true, touch: true }}>
      <span className={classes.key}>
        <IconKey size={14} aria-hidden />
        <span>{name}</span>
      </span>
    </Tooltip>
  );
}

function DeploymentRow({ deployment, keyName }: { deployment: Deployment; keyName?: string }) {
  const { t } = useLingui();
  const { commit, subject, ref, pusherName, keyFingerprint, createdAt } = deployment;
  return (
    <Row
      data-deployment={commit}
      icon={<Person username={pusherName} />}
      title={subject}
      tags={<Tag>{branchOf(ref)}</Tag>}
      meta={
        <>
          <span>{pusherName}</span>
          {keyFingerprint && <Key fingerprint={keyFingerprint} name={keyName} />}
          <span>
            <span className="mono">{shortCommit(commit)}</span>
            <Copy text={commit} what={t`the commit hash`} />
          </span>
        </>
      }
      time={<BusinessTime at={createdAt} />}
    />
  );
}

function HowAgain({ app, git }: { app: App; git: Git }) {
  const [opened, setOpened] = useState(false);
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        size="xs"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
        rightSection={<IconChevronDown size={14} aria-hidden />}
      >
        <Trans>How to push</Trans>
      </Button>
      {opened && (
        <Paper withBorder p="md" w="100%">
          <HowToPush app={app} git={git} />
        </Paper>
      )}
    </Stack>
  );
}

function NothingPushed({ app, git }: { app: App; git: Git }) {
  const { t } = useLingui();
  return (
    <Empty icon={<IconRocket />} title={t`No deployments yet`} example={<HowToPush app={app} git={git} />}>
      <Trans>Push a branch to deploy it. Deployments appear here in real time.</Trans>
    </Empty>
  );
}

type DeploymentsProps = { app: App; git: Git; events: AppEvents };

function Loaded({ app, git, events: { live } }: DeploymentsProps) {
  const pages = usePages(useLoad(app.id));
  const { items, loading, problem, reload } = pages;
  const keyNames = useKeyNames();
  const fresh = useMemo(() => live.map(deploymentOf).filter((one) => one !== undefined), [live]);
  const deployments = useMemo(() => onTop(fresh, items), [fresh, items]);

  if (loading === 'first') return <RowsSkeleton rows={4} />;
  if (deployments.length === 0 && problem) return <Fault problem={problem} onRetry={reload} />;
  if (deployments.length === 0) return <NothingPushed app={app} git={git} />;
  return (
    <Stack gap="md">
      <HowAgain app={app} git={git} />
      <div>
        <NewEvents
          count={fresh.length}
          label={(unseen) => <Plural value={unseen} one="# new deployment" other="# new deployments" />}
        />
        <DayList things={deployments} at={({ createdAt }) => createdAt}>
          {(ofDay) =>
            ofDay.map((one) => (
              <DeploymentRow key={one.id} deployment={one} keyName={keyNames.get(one.keyFingerprint)} />
            ))
          }
        </DayList>
      </div>
      <Older {...pages}>
        <Trans>Older deployments</Trans>
      </Older>
    </Stack>
  );
}

/** What was deployed, by days, newest first, live. */
export function Deployments(props: DeploymentsProps) {
  return <Loaded key={props.events.resets} {...props} />;
}
