import { Trans, useLingui } from '@lingui/react/macro';
import { IconTerminal2 } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import type { OneOffRowFragment } from '../../gql/graphql';
import { BusinessAgo } from '../../ui/ago';
import { tellDone } from '../../ui/notify';
import { Row } from '../../ui/row';
import { RowMenu } from '../../ui/row-menu';
import { Dot } from './dot';
import { failed } from './failed';

export const oneOffFragment = graphql(`
  fragment OneOffRow on OneOff {
    id
    command
    status
    exitCode
    startedAt
    endedAt
    plan { name }
    startedBy { id username }
  }
`);

const stopDocument = graphql(`
  mutation StopOneOff($id: ID!) {
    stopOneOff(id: $id) { oneOff { id status exitCode endedAt } errors { ...UserError } }
  }
`);

type OneOff = OneOffRowFragment;

/** Whether it runs; of one that has ended the exit code, where there is one. */
function OneOffStatus({ oneOff: { status, exitCode } }: { oneOff: OneOff }) {
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
        <Trans>Ended</Trans>
      </Dot>
      {exitCode !== null && (
        <span className="tabular">
          <Trans>Exit code {exitCode}</Trans>
        </span>
      )}
    </>
  );
}

function useStop({ id, command }: OneOff) {
  const { t } = useLingui();
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
  const { command, status, plan, startedBy, startedAt } = oneOff;
  return (
    <Row
      data-one-off={status}
      icon={<IconTerminal2 size={18} />}
      title={<span className="mono">{command}</span>}
      meta={
        <>
          <OneOffStatus oneOff={oneOff} />
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
