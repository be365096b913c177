import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { VatStatus as Status } from '../../gql/graphql';
import { Dot } from '../../ui/dot';

function Words({ status }: { status: Status }) {
  if (status === 'CONFIRMED') {
    return (
      <Dot color="ok">
        <Trans>Confirmed by VIES</Trans>
      </Dot>
    );
  }
  if (status === 'UNCHECKED') {
    return (
      <Dot color="gray">
        <Trans>Waiting for VIES to confirm it</Trans>
      </Dot>
    );
  }
  return (
    <>
      <Dot color="danger">
        <Trans>Not known to VIES</Trans>
      </Dot>
      <Text size="sm" c="dimmed">
        <Trans>
          Check the number. If it was registered recently, remove it, save, and enter it again in a few days.
        </Trans>
      </Text>
    </>
  );
}

/** What is known of the VAT number that is saved. */
export function VatStatus({ status }: { status: Status }) {
  return <div role="status">{status !== 'NONE' && <Words status={status} />}</div>;
}
