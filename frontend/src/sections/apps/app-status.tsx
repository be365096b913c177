import { Trans } from '@lingui/react/macro';
import type { AppStatus as Status } from '../../gql/graphql';
import { Dot } from './dot';

const colors = { NEW: 'gray', STARTING: 'warn', RUNNING: 'ok', STOPPED: 'gray' } as const;

function Word({ status }: { status: Status }) {
  switch (status) {
    case 'NEW':
      return <Trans>No containers</Trans>;
    case 'STARTING':
      return <Trans>Starting</Trans>;
    case 'RUNNING':
      return <Trans>Running</Trans>;
    case 'STOPPED':
      return <Trans>Stopped</Trans>;
  }
}

/** Whether an app runs: a dot and a word. */
export function AppStatus({ status }: { status: Status }) {
  return (
    <Dot color={colors[status]}>
      <Word status={status} />
    </Dot>
  );
}
