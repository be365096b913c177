import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import type { ComponentProps } from 'react';
import type { TimelineEvent } from './event';
import { EventList } from './event-list';
import { NewEvents } from './new-events';
import { Older } from './older';

type EventFeedProps = {
  /** Newest first. */
  events: readonly TimelineEvent[];
  /** How many of them came in live. */
  fresh: number;
  pages: Omit<ComponentProps<typeof Older>, 'children'>;
  linkApps?: boolean;
};

/** Pages of events, and on top of them those that came in live. */
export function EventFeed({ events, fresh, pages, linkApps }: EventFeedProps) {
  const { t } = useLingui();
  const actorOf = ({ actor }: TimelineEvent) =>
    actor.account?.username ?? (actor.kind === 'OPERATOR' ? t`Operator` : t`Platform`);
  return (
    <Stack gap="lg">
      <div>
        <NewEvents
          count={fresh}
          label={(unseen) => <Plural value={unseen} one="# new event" other="# new events" />}
        />
        <EventList events={events} actorOf={actorOf} linkApps={linkApps} />
      </div>
      <Older {...pages}>
        <Trans>Older events</Trans>
      </Older>
    </Stack>
  );
}
