import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useBusinessOffset } from '../lib/business-clock';
import { exactTime, relativeTime } from '../lib/dates';
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

function Moment({ at, ahead, offset }: MomentProps) {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  const real = useSyncExternalStore(subscribe, clock);
  const current = new Date(real.getTime() + offset);
  // What the server stamped a moment ahead of this device's clock is not in the future.
  const shown = ahead ? at : new Date(Math.min(new Date(at).getTime(), current.getTime()));
  return (
    <Tooltip
      label={exactTime(at, timeZone, i18n.locale)}
      withArrow
      events={{ hover: true, focus: true, touch: true }}
    >
      <time dateTime={at} className="tabular">
        {relativeTime(shown, current, i18n.locale)}
      </time>
    </Tooltip>
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

/** How long it is until something is due in business time. */
export function BusinessUntil({ at }: { at: string }) {
  return <Moment at={at} ahead offset={useBusinessOffset()} />;
}

/** How long it is until an instant, with the exact time in a tooltip. */
export function Until({ at }: { at: string }) {
  return <Moment at={at} ahead offset={0} />;
}
