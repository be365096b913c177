import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Tabs } from '@mantine/core';
import { IconMoodEmpty } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import type { TimelineEvent } from '../../lib/live/event';
import { problemOf } from '../../lib/problems';
import { UnsavedPart } from '../../lib/unsaved-part';
import { Copy } from '../../ui/copy';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Tag } from '../../ui/tag';
import { Activity } from './activity';
import { type App, appDocument, type Git, useRefresh } from './app';
import classes from './app-page.module.css';
import { AppStatus } from './app-status';
import { Collaborators } from './collaborators';
import { Deployments } from './deployments';
import { Resources } from './resources';
import { ReviewApps } from './review-apps';
import { Settings } from './settings';
import { useAppEvents } from './use-app-events';
import { useUntilSettled } from './use-until-settled';
import { useRoleNames } from './words';

const route = getRouteApi('/signed-in/apps/$name');

function Gone({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Page title={name}>
      <Empty
        icon={<IconMoodEmpty />}
        title={t`App not found`}
        action={
          <Anchor renderRoot={(props) => <Link to="/apps" {...props} />}>
            <Trans>Back to apps</Trans>
          </Anchor>
        }
      >
        <Trans>It may have been deleted or renamed, or you no longer have access.</Trans>
      </Empty>
    </Page>
  );
}

/** Which branch of which app a review app runs. */
function ReviewOf({ parent, branch }: { parent: string; branch: string }) {
  return (
    <span>
      <Trans>
        Review app of{' '}
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/apps/$name" params={{ name: parent }} search={{ tab: 'reviews' }} {...props} />
          )}
        >
          {parent}
        </Anchor>
        , branch <span className="mono">{branch}</span>
      </Trans>
    </span>
  );
}

function About({ app }: { app: App }) {
  const { t } = useLingui();
  const roles = useRoleNames();
  return (
    <span className={classes.about}>
      <AppStatus status={app.status} />
      <Tag>{roles[app.viewerRole]}</Tag>
      {app.viewerRole !== 'OWNER' && <Trans>Owned by {app.owner.username}</Trans>}
      {app.parent && <ReviewOf parent={app.parent.name} branch={app.branch ?? ''} />}
      <span className={classes.remote}>
        <span className="mono">{app.gitRemote}</span>
        <Copy text={app.gitRemote} what={t`the git remote`} />
      </span>
    </span>
  );
}

type Tab = 'deployments' | 'resources' | 'reviews' | 'collaborators' | 'timeline' | 'settings';

function Parts({ app, git, events }: { app: App; git: Git; events: ReturnType<typeof useAppEvents> }) {
  const { t } = useLingui();
  const { tab: chosen = 'deployments' } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (next: string | null) => {
    const search = { tab: next === 'deployments' ? undefined : (next as Exclude<Tab, 'deployments'>) };
    void navigate({ search, resetScroll: false });
  };
  const mayChange = (['RENAME', 'TRANSFER', 'DELETE'] as const).some((right) =>
    app.viewerCan.includes(right),
  );
  return (
    <Tabs
      value={chosen === 'settings' && !mayChange ? 'deployments' : chosen}
      onChange={show}
      keepMounted={false}
    >
      <Tabs.List mb="lg" aria-label={t`App sections`}>
        <Tabs.Tab value="deployments">{t`Deployments`}</Tabs.Tab>
        <Tabs.Tab value="resources">{t`Resources`}</Tabs.Tab>
        {!app.parent && <Tabs.Tab value="reviews">{t`Review apps`}</Tabs.Tab>}
        {!app.parent && <Tabs.Tab value="collaborators">{t`Collaborators`}</Tabs.Tab>}
        <Tabs.Tab value="timeline">{t`Timeline`}</Tabs.Tab>
        {mayChange && <Tabs.Tab value="settings">{t`Settings`}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="deployments">
        <Deployments app={app} git={git} events={events} />
      </Tabs.Panel>
      <Tabs.Panel value="resources">
        <UnsavedPart>
          <Resources app={app} events={events} />
        </UnsavedPart>
      </Tabs.Panel>
      {!app.parent && (
        <>
          <Tabs.Panel value="reviews">
            <UnsavedPart>
              <ReviewApps app={app} events={events} />
            </UnsavedPart>
          </Tabs.Panel>
          <Tabs.Panel value="collaborators">
            <UnsavedPart>
              <Collaborators app={app} events={events} />
            </UnsavedPart>
          </Tabs.Panel>
        </>
      )}
      <Tabs.Panel value="timeline">
        <Activity app={app} events={events} />
      </Tabs.Panel>
      {mayChange && (
        <Tabs.Panel value="settings">
          <UnsavedPart>
            <Settings app={app} events={events} />
          </UnsavedPart>
        </Tabs.Panel>
      )}
    </Tabs>
  );
}

type ViewProps = { app: App; git: Git; onStale: () => void };

/** What the head of the page shows may be other after these. */
const changing = new Set<string>([
  'APP_RENAMED',
  'APP_SCALED',
  'APP_STOPPED',
  'APP_RESTARTED',
  'APP_TRANSFERRED',
  'COLLABORATOR_ROLE_CHANGED',
  'COLLABORATOR_REMOVED',
]);

function AppView({ app, git, onStale }: ViewProps) {
  const onEvent = ({ type }: TimelineEvent) => {
    if (changing.has(type)) onStale();
  };
  const events = useAppEvents(app, onEvent);
  useUntilSettled(app);
  if (events.gone) return <Gone name={app.name} />;
  return (
    <Page title={app.name} about={<About app={app} />}>
      <Parts app={app} git={git} events={events} />
    </Page>
  );
}

/** One app: where to push, what was deployed, who works on it, what happened to it. */
export function AppPage() {
  const { name } = route.useParams();
  const navigate = route.useNavigate();
  const [{ data, error }, retry] = useQuery({ query: appDocument, variables: { name } });
  const app = data?.app;
  const refresh = useRefresh();
  const current = app?.name;

  useEffect(() => {
    // Renamed, here or elsewhere: the address follows.
    if (!current || current === name) return;
    void navigate({
      params: { name: current },
      search: (search) => search,
      replace: true,
      ignoreBlocker: true,
    });
  }, [current, name, navigate]);

  if (!data && error) {
    return (
      <Page title={name}>
        <Fault problem={problemOf(error)} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={name}>
        <RowsSkeleton rows={4} />
      </Page>
    );
  }
  if (!app) return <Gone name={name} />;
  return <AppView key={app.id} app={app} git={data.serverInfo.git} onStale={() => refresh(app.id)} />;
}
