import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useBusinessOffset } from '../lib/business-clock';
import { exactTime, relativeTime, timeOfDay } from '../lib/dates';
import { useTimeZone } from '../lib/viewer';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = new Date();

/** One clock for all relative times on the page. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const tell of listeners) tell();
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function clock() {
  // While nothing listens nothing ticks: the first to ask gets the time of now.
  if (listeners.size === 0 && Date.now() - now.getTime() > 1000) now = new Date();
  return now;
}

type MomentProps = { at: string; ahead: boolean; offset: number };

/** How far an instant is from now, in words that stay true as time passes. */
function useRelative({ at, ahead, offset }: MomentProps): string {
  const { i18n } = useLingui();
  const real = useSyncExternalStore(subscribe, clock);
  const current = new Date(real.getTime() + offset);
  // What the server stamped a moment ahead of this device's clock is not in the future.
  const shown = ahead ? at : new Date(Math.min(new Date(at).getTime(), current.getTime()));
  return relativeTime(shown, current, i18n.locale);
}

type TimeProps = { at: string; more: string; children: ReactNode };

function Time({ at, more, children }: TimeProps) {
  return (
    <Tooltip
      label={more}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
      style={{ whiteSpace: 'pre', textAlign: 'center' }}
    >
      <time dateTime={at} className="tabular">
        {children}
      </time>
    </Tooltip>
  );
}

function Moment(props: MomentProps) {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  return (
    <Time at={props.at} more={exactTime(props.at, timeZone, i18n.locale)}>
      {useRelative(props)}
    </Time>
  );
}

/** How long ago an instant was, with the exact time in a tooltip. */
export function Ago({ at }: { at: string }) {
  return <Moment at={at} ahead={false} offset={0} />;
}

/** How long ago something happened to an app or in the timeline, which go by business time. */
export function BusinessAgo({ at }: { at: string }) {
  return <Moment at={at} ahead={false} offset={useBusinessOffset()} />;
}

/** The time of day at which something happened, in a list by days; how long ago it was is in the tooltip. */
export function BusinessTime({ at }: { at: string }) {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  const ago = useRelative({ at, ahead: false, offset: useBusinessOffset() });
  return (
    <Time at={at} more={`${ago}\n${exactTime(at, timeZone, i18n.locale)}`}>
      {timeOfDay(at, timeZone, i18n.locale)}
    </Time>
  );
}

/** How long it is until something is due in business time. */
export function BusinessUntil({ at }: { at: string }) {
  return <Moment at={at} ahead offset={useBusinessOffset()} />;
}

/** How long it is until an instant, with the exact time in a tooltip. */
export function Until({ at }: { at: string }) {
  return <Moment at={at} ahead offset={0} />;
}
