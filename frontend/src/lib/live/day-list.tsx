import { useLingui } from '@lingui/react/macro';
import { Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBusinessOffset } from '../business-clock';
import { useTimeZone } from '../viewer';
import classes from './day-list.module.css';
import { dayHeading, groupByDay } from './days';

type DayListProps<Thing> = {
  /** Newest first. */
  things: readonly Thing[];
  /** When a thing happened. */
  at: (thing: Thing) => string;
  /** The rows of a day. */
  children: (ofDay: readonly Thing[]) => ReactNode;
};

/** One list by days, in business time. The label of a day stays in view while its rows pass. */
export function DayList<Thing>({ things, at, children }: DayListProps<Thing>) {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  const now = new Date(Date.now() + useBusinessOffset());
  return (
    <Paper withBorder>
      {groupByDay(things, at, timeZone).map(([day, ofDay]) => (
        <div key={day} className={classes.day}>
          <Title order={2} id={`day-${day}`} className={classes.label}>
            {dayHeading(day, now, timeZone, i18n.locale)}
          </Title>
          <ul aria-labelledby={`day-${day}`} className={classes.rows}>
            {children(ofDay)}
          </ul>
        </div>
      ))}
    </Paper>
  );
}
