import { Trans } from '@lingui/react/macro';
import type { AddonStatus as Status } from '../../gql/graphql';
import { Dot } from '../../ui/dot';

const colors = {
  PROVISIONING: 'warn',
  RUNNING: 'ok',
  SUSPENDED: 'warn',
  RESUMING: 'warn',
  FAILED: 'danger',
} as const;

function Word({ status }: { status: Status }) {
  switch (status) {
    case 'PROVISIONING':
      return <Trans>Setting up</Trans>;
    case 'RUNNING':
      return <Trans>Running</Trans>;
    case 'SUSPENDED':
      return <Trans>Suspended</Trans>;
    case 'RESUMING':
      return <Trans>Resuming</Trans>;
    case 'FAILED':
      return <Trans>Failed</Trans>;
  }
}

/** Whether an add-on runs: a dot and a word. */
export function AddonStatus({ status }: { status: Status }) {
  return (
    <Dot color={colors[status]}>
      <Word status={status} />
    </Dot>
  );
}
