import { Trans } from '@lingui/react/macro';
import { ColorSwatch, Group } from '@mantine/core';
import type { AppStatus as Status } from '../../gql/graphql';

const colors = { NEW: 'gray', STARTING: 'warn', RUNNING: 'ok', STOPPED: 'gray' } as const;

function Word({ status }: { status: Status }) {
  switch (status) {
    case 'NEW':
      return <Trans>New</Trans>;
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
    <Group component="span" gap={6} wrap="nowrap" display="inline-flex">
      <ColorSwatch
        component="span"
        size={8}
        withShadow={false}
        color={`var(--mantine-color-${colors[status]}-filled)`}
        aria-hidden
      />
      <span>
        <Word status={status} />
      </span>
    </Group>
  );
}
