import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFilterOff, IconTimeline } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { use, useMemo } from 'react';
import { EventFeed } from '../../lib/live/event-feed';
import { EventsContext } from '../../lib/rules';
import { useTimeZone } from '../../lib/viewer';
import { Empty } from '../../ui/empty';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { Snippet } from '../../ui/snippet';
import { filterOf, isFiltered } from './filter';
import { Filters } from './filters';
import type { TimelineSearch } from './search';
import { useTimeline } from './use-timeline';

const route = getRouteApi('/signed-in/timeline');

function NothingYet() {
  const { t } = useLingui();
  return (
    <Empty
      icon={<IconTimeline />}
      title={t`No activity yet`}
      example={<Snippet code="git push portico main" what={t`the command`} />}
    >
      <Trans>Deployments and account changes show up here in real time. Push an app:</Trans>
    </Empty>
  );
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  const { t } = useLingui();
  return (
    <Empty
      icon={<IconFilterOff />}
      title={t`No matching events`}
      action={
        <Button variant="default" onClick={onClear}>
          <Trans>Clear filters</Trans>
        </Button>
      }
    >
      <Trans>Try removing a filter. New matching events appear here automatically.</Trans>
    </Empty>
  );
}

type EventsProps = { timeline: ReturnType<typeof useTimeline>; filtered: boolean; onClear: () => void };

function Events({ timeline, filtered, onClear }: EventsProps) {
  const { events, loading, problem, reload, freshCount } = timeline;
  if (loading === 'first') return <RowsSkeleton rows={6} />;
  if (events.length === 0 && problem) return <Fault problem={problem} onRetry={reload} />;
  if (events.length === 0) return filtered ? <NothingMatches onClear={onClear} /> : <NothingYet />;
  return <EventFeed events={events} fresh={freshCount} pages={timeline} linkApps />;
}

/** All that the account did and that happened to it, live. */
export function TimelinePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const timeZone = useTimeZone();
  const events = use(EventsContext);
  const filter = useMemo(() => filterOf(search, timeZone, events), [search, timeZone, events]);
  const timeline = useTimeline(filter);
  const show = (next: TimelineSearch) => void navigate({ search: next, resetScroll: false });
  const appName = timeline.events.find(({ app }) => app && app.id === search.app)?.app?.name;

  return (
    <Page title={t`Timeline`} about={<Trans>Everything that happens in your account, in real time.</Trans>}>
      <Filters search={search} appName={appName} onChange={show} />
      <Events timeline={timeline} filtered={isFiltered(search, events)} onClear={() => show({})} />
    </Page>
  );
}
