import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Progress, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../gql';
import type { SandboxAdvanceClockInput, SandboxClockQuery } from '../gql/graphql';
import { useBusinessOffset } from '../lib/business-clock';
import { formatIn } from '../lib/dates';
import { useAct } from '../lib/use-act';
import { useTimeZone } from '../lib/viewer';
import { BusinessUntil } from '../ui/ago';
import { FormFaults } from '../ui/fault';
import classes from './sandbox-clock.module.css';

const clockDocument = graphql(`
  query SandboxClock {
    sandbox { now offsetSeconds nextDueAt }
  }
`);

const advanceDocument = graphql(`
  mutation SandboxAdvanceClock($input: SandboxAdvanceClockInput!) {
    sandboxAdvanceClock(input: $input) {
      sandbox { now offsetSeconds nextDueAt }
      errors { ...UserError }
    }
  }
`);

type Clock = NonNullable<SandboxClockQuery['sandbox']>;

/** How often the clock is read: others move it, too. */
const idleInterval = 5_000;
const movingInterval = 500;

/** The clock as the server has it, read more often while it moves. */
function useClock(moving: boolean) {
  const [{ data }, read] = useQuery({ query: clockDocument, requestPolicy: 'cache-first' });
  useEffect(() => {
    const again = () => read({ requestPolicy: 'network-only' });
    const timer = setInterval(again, moving ? movingInterval : idleInterval);
    // A hidden tab's timers hardly run.
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [moving, read]);
  return { clock: data?.sandbox ?? undefined, read };
}

/** Business time, to the minute. */
function useBusinessTime(): Date {
  const offset = useBusinessOffset();
  const [real, setReal] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setReal(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return new Date(real + offset);
}

function Time({ nextDueAt }: Pick<Clock, 'nextDueAt'>) {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  const now = useBusinessTime();
  const shown = formatIn(timeZone, i18n.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(now);
  return (
    <div className={classes.time}>
      <span className={classes.now}>
        <IconClock size={16} aria-hidden />
        <span>
          <Trans>
            Sandbox clock: <time dateTime={now.toISOString()}>{shown}</time>
          </Trans>
        </span>
      </span>
      <Text span inherit c="dimmed">
        {nextDueAt ? (
          <Trans>
            Next due work <BusinessUntil at={nextDueAt} />
          </Trans>
        ) : (
          <Trans>No work waiting</Trans>
        )}
      </Text>
    </div>
  );
}

const hour = 3600;

/** The clock of a sandbox, and buttons that move it ahead. */
export default function SandboxClock() {
  const { t } = useLingui();
  const [way, setWay] = useState<{ from: number; to?: number }>();
  const { act, pending, whole, problem } = useAct(advanceDocument, () =>
    read({ requestPolicy: 'network-only' }),
  );
  const { clock, read } = useClock(pending);
  if (!clock) return null;
  const now = new Date(clock.now).getTime();
  const move = (input: SandboxAdvanceClockInput, to?: number) => {
    setWay({ from: now, to });
    void act({ input });
  };
  const monthEnd = Date.UTC(new Date(now).getUTCFullYear(), new Date(now).getUTCMonth() + 1, 1);
  const by = (seconds: number) => move({ seconds }, now + seconds * 1000);
  const step = { size: 'compact-sm', variant: 'default', loading: pending } as const;
  return (
    <footer className={classes.footer}>
      <div className={`column ${classes.bar}`}>
        <Time nextDueAt={clock.nextDueAt} />
        <div className={classes.steps}>
          {clock.nextDueAt && (
            <Button {...step} onClick={() => move({ until: 'NEXT_DUE' })}>
              <Trans>To the next due work</Trans>
            </Button>
          )}
          <Button {...step} onClick={() => by(hour)}>
            <Trans>One hour ahead</Trans>
          </Button>
          <Button {...step} onClick={() => by(24 * hour)}>
            <Trans>One day ahead</Trans>
          </Button>
          <Button {...step} onClick={() => move({ until: 'MONTH_END' }, monthEnd)}>
            <Trans>To the month’s end</Trans>
          </Button>
        </div>
        <FormFaults whole={whole} problem={problem} />
      </div>
      {pending && way?.to && (
        <Progress
          aria-label={t`The clock moves`}
          size="xs"
          radius={0}
          value={(100 * (now - way.from)) / (way.to - way.from)}
        />
      )}
    </footer>
  );
}
