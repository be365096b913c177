import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, use, useState } from 'react';
import { BusinessTime } from '../../ui/ago';
import { Tag } from '../../ui/tag';
import { EventsContext } from '../rules';
import { DayList } from './day-list';
import { type TimelineEvent, useEventRecord } from './event';
import classes from './event-list.module.css';
import { runsOf } from './runs';

type EventProps = {
  event: TimelineEvent;
  /** Who did it, in words. */
  actor: string;
  /** Whether the app is named with a link to it: not on the app's own page. */
  linkApp: boolean;
};

/** Where an act on the account's security was done from, unless the summary says so already. */
function originOf(event: TimelineEvent): string {
  if (!('device' in event) || event.type === 'LOGIN_SUCCEEDED') return '';
  return [event.address, event.device].filter(Boolean).join(', ');
}

const subjectOf = (event: TimelineEvent) =>
  event.__typename === 'AppDeployedEvent' ? event.deployment.subject : '';

function Detail({ event, actor, linkApp }: EventProps) {
  return (
    <>
      <span>{actor}</span>
      {linkApp && event.app && event.type !== 'APP_DELETED' && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/apps/$name" params={{ name: event.app?.name ?? '' }} {...props} />
          )}
        >
          {event.app.name}
        </Anchor>
      )}
      {originOf(event) && <span>{originOf(event)}</span>}
      {subjectOf(event) && <span>{subjectOf(event)}</span>}
    </>
  );
}

type LineProps = { event: TimelineEvent; icon?: ReactNode; title: ReactNode; detail?: ReactNode };

function Line({ event, icon, title, detail }: LineProps) {
  return (
    <div className={classes.line}>
      {icon}
      <div className={classes.text}>
        <Text className={classes.summary}>{title}</Text>
        {detail && (
          <Text size="sm" c="dimmed" component="div" className={classes.detail}>
            {detail}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed" component="div" className={classes.when}>
        <BusinessTime at={event.occurredAt} />
      </Text>
    </div>
  );
}

function EventIcon({ type }: { type: string }) {
  const { icon: Icon, color } = useEventRecord(type);
  return (
    <ThemeIcon variant={color === 'gray' ? 'default' : 'light'} color={color} size={28} aria-hidden>
      <Icon size={16} />
    </ThemeIcon>
  );
}

function SingleRow(props: EventProps) {
  const { event } = props;
  return (
    <li className={classes.row} data-event={event.type}>
      <Line
        event={event}
        icon={<EventIcon type={event.type} />}
        title={event.summary}
        detail={<Detail {...props} />}
      />
    </li>
  );
}

/** What all events of a run say, or else the name of their type. */
function useRunTitle(run: readonly TimelineEvent[], { type, summary }: TimelineEvent): string {
  const { i18n } = useLingui();
  const { name } = useEventRecord(type);
  const allSayIt = run.every((one) => one.summary === summary);
  return allSayIt || !name ? summary : i18n._(name);
}

type RunProps = EventProps & { run: readonly TimelineEvent[]; opened: boolean; onToggle: () => void };

/** Many events of one sort as one line, which opens. */
function RunRow({ run, opened, onToggle, ...props }: RunProps) {
  const { event } = props;
  const title = useRunTitle(run, event);
  const count = run.length;
  return (
    <li className={classes.row} data-event={event.type}>
      <Line
        event={event}
        icon={<EventIcon type={event.type} />}
        title={
          <UnstyledButton aria-expanded={opened} onClick={onToggle} className={classes.toggle}>
            <span>{title}</span>{' '}
            <Tag>
              <Plural value={count} one="# time" other="# times" />
            </Tag>
            <IconChevronDown size={14} aria-hidden className={classes.chevron} />
          </UnstyledButton>
        }
        detail={<Detail {...props} />}
      />
      {opened && (
        <ul className={classes.run} aria-label={title}>
          {run.map((one) => (
            <li key={one.id} className={classes.row} data-event={one.type}>
              <Line event={one} title={one.summary} detail={subjectOf(one)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Which runs are open, by their events: a run may grow at both ends and stays as it is. */
function useOpened() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (run: readonly TimelineEvent[]) => run.some(({ id }) => ids.has(id));
  const toggle = (run: readonly TimelineEvent[]) => {
    const others = [...ids].filter((id) => !run.some((event) => event.id === id));
    setIds(new Set(isOpen(run) ? others : [...others, ...run.map(({ id }) => id)]));
  };
  return { isOpen, toggle };
}

type EventListProps = {
  /** Newest first. */
  events: readonly TimelineEvent[];
  actorOf: (event: TimelineEvent) => string;
  linkApps?: boolean;
};

/** Events under the days on which they happened, those that repeat each other in one line. */
export function EventList({ events, actorOf, linkApps = false }: EventListProps) {
  const { isOpen, toggle } = useOpened();
  const records = use(EventsContext);
  const isNamed = (type: TimelineEvent['type']) => Boolean(records[type]?.name);
  return (
    <DayList things={events} at={({ occurredAt }) => occurredAt}>
      {(ofDay) =>
        runsOf(ofDay, isNamed).map((run) => {
          const [event, ...others] = run as [TimelineEvent, ...TimelineEvent[]];
          const props = { event, actor: actorOf(event), linkApp: linkApps };
          // New events go on top of a run: its oldest is the one that stays.
          const key = (others.at(-1) ?? event).id;
          if (others.length === 0) return <SingleRow key={key} {...props} />;
          return <RunRow key={key} {...props} run={run} opened={isOpen(run)} onToggle={() => toggle(run)} />;
        })
      }
    </DayList>
  );
}
