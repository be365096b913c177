import { useLingui } from '@lingui/react/macro';
import { Anchor, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { BusinessAgo } from '../../ui/ago';
import { useBusinessOffset } from '../business-clock';
import { useTimeZone } from '../viewer';
import { dayHeading, groupByDay } from './days';
import { type TimelineEvent, useEventRecord } from './event';
import classes from './event-list.module.css';

type RowProps = {
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

function Detail({ event, actor, linkApp }: RowProps) {
  return (
    <Text size="sm" c="dimmed" className={classes.detail}>
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
      {event.__typename === 'AppDeployedEvent' && <span>{event.deployment.subject}</span>}
    </Text>
  );
}

function EventRow(props: RowProps) {
  const { event } = props;
  const { icon: Icon, color } = useEventRecord(event.type);
  return (
    <li className={classes.row} data-event={event.type}>
      <ThemeIcon variant={color === 'gray' ? 'default' : 'light'} color={color} size={28} aria-hidden>
        <Icon size={16} />
      </ThemeIcon>
      <Stack gap={0} flex={1} miw={0}>
        <Text className={classes.summary}>{event.summary}</Text>
        <Detail {...props} />
      </Stack>
      <Text size="sm" c="dimmed" component="div" className={classes.when}>
        <BusinessAgo at={event.occurredAt} />
      </Text>
    </li>
  );
}

type EventListProps = {
  /** Newest first. */
  events: readonly TimelineEvent[];
  actorOf: (event: TimelineEvent) => string;
  linkApps?: boolean;
};

/** Events under the days on which they happened. */
export function EventList({ events, actorOf, linkApps = false }: EventListProps) {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  const now = new Date(Date.now() + useBusinessOffset());
  return (
    <Stack gap="lg">
      {groupByDay(events, timeZone).map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <Group mb="xs" gap="xs">
            <Title order={2} id={`day-${day}`} size="sm">
              {dayHeading(day, now, timeZone, i18n.locale)}
            </Title>
          </Group>
          <Paper withBorder component="ul" className={classes.list}>
            {ofDay.map((event) => (
              <EventRow key={event.id} event={event} actor={actorOf(event)} linkApp={linkApps} />
            ))}
          </Paper>
        </section>
      ))}
    </Stack>
  );
}
