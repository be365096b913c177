import { Trans, useLingui } from '@lingui/react/macro';
import { IconTerminal2 } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import type { OneOffRowFragment } from '../../gql/graphql';
import { formatDuration } from '../../lib/dates';
import { BusinessAgo } from '../../ui/ago';
import { Dot } from '../../ui/dot';
import { tellDone } from '../../ui/notify';
import { Row } from '../../ui/row';
import { RowMenu } from '../../ui/row-menu';
import { Command, shortCommand } from './command';
import { failed } from './failed';

export const oneOffFragment = graphql(`
  fragment OneOffRow on OneOff {
    id
    command
    status
    exitCode
    endReason
    startedAt
    endedAt
    plan { name }
    startedBy { id username }
  }
`);

const stopDocument = graphql(`
  mutation StopOneOff($id: ID!) {
    stopOneOff(id: $id) { oneOff { id status exitCode endReason endedAt } errors { ...UserError } }
  }
`);

type OneOff = OneOffRowFragment;

/** How it ended: by itself, or why it was stopped. */
function Ending({ reason }: { reason: OneOff['endReason'] }) {
  switch (reason) {
    case 'USER':
      return <Trans context="one-off container">Stopped</Trans>;
    case 'PAYMENT_FAILURE':
      return <Trans>Stopped because a payment failed</Trans>;
    case 'OPERATOR':
      return <Trans>Stopped by the operator</Trans>;
    default:
      return <Trans>Ended</Trans>;
  }
}

/** Whether it runs; of one that has ended why, and the exit code, where there is one. */
function OneOffStatus({ oneOff: { status, exitCode, endReason } }: { oneOff: OneOff }) {
  if (status === 'STARTING') {
    return (
      <Dot color="warn">
        <Trans>Starting</Trans>
      </Dot>
    );
  }
  if (status === 'RUNNING') {
    return (
      <Dot color="ok">
        <Trans>Running</Trans>
      </Dot>
    );
  }
  return (
    <>
      <Dot color={exitCode ? 'danger' : 'gray'}>
        <Ending reason={endReason} />
      </Dot>
      {exitCode !== null && (
        <span className="tabular">
          <Trans>Exit code {exitCode}</Trans>
        </span>
      )}
    </>
  );
}

/** For how long it ran, once it has ended. */
function Ran({ oneOff: { startedAt, endedAt } }: { oneOff: OneOff }) {
  const { i18n } = useLingui();
  if (!startedAt || !endedAt) return null;
  const duration = formatDuration((Date.parse(endedAt) - Date.parse(startedAt)) / 1000, i18n.locale);
  return (
    <span className="tabular">
      <Trans>Ran for {duration}</Trans>
    </span>
  );
}

function useStop({ id, command: whole }: OneOff) {
  const { t } = useLingui();
  const command = shortCommand(whole);
  const [, stop] = useMutation(stopDocument);
  return async () => {
    const { data, error } = await stop({ id });
    if (failed(t`Couldn’t stop “${command}”`, error, data?.stopOneOff.errors)) return;
    tellDone(t`One-off container stopped`);
  };
}

/** A one-off container; it can be stopped by those who may, until it has ended. */
export function OneOffRow({ oneOff, mayStop }: { oneOff: OneOff; mayStop: boolean }) {
  const { t } = useLingui();
  const stop = useStop(oneOff);
  const { status, plan, startedBy, startedAt } = oneOff;
  const command = shortCommand(oneOff.command);
  return (
    <Row
      data-one-off={status}
      icon={<IconTerminal2 size={18} />}
      title={<Command command={oneOff.command} />}
      meta={
        <>
          <OneOffStatus oneOff={oneOff} />
          <Ran oneOff={oneOff} />
          <span>{plan.name}</span>
          <span>
            <Trans>Started by {startedBy.username}</Trans>
          </span>
        </>
      }
      time={startedAt && <BusinessAgo at={startedAt} />}
      actions={
        mayStop &&
        status !== 'ENDED' && (
          <RowMenu
            label={t`Actions for “${command}”`}
            items={[{ text: t`Stop`, label: t`Stop “${command}”`, onClick: () => void stop() }]}
          />
        )
      }
    />
  );
}
