import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { Fault } from '../../ui/fault';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SectionCard } from '../../ui/section-card';
import { EndSessionsDialog } from './end-sessions-dialog';
import { SessionRow } from './session-row';
import { DialogButton } from './use-dialog';
import { useSessions } from './use-sessions';

function Sessions() {
  const { list: sessions, problem, fetching, retry, showAfter } = useSessions();
  if (!sessions) return problem ? <Fault problem={problem} onRetry={retry} /> : <RowsSkeleton rows={2} />;
  const { pageInfo, totalCount } = sessions;
  const others = totalCount - 1;
  return (
    <Stack>
      <Rows>
        {sessions.edges.map(({ node }) => (
          <SessionRow key={node.id} session={node} />
        ))}
      </Rows>
      {others > 0 && (
        <Group>
          {pageInfo.hasNextPage && (
            <Button variant="default" loading={fetching} onClick={() => showAfter(pageInfo.endCursor)}>
              <Trans>Show more</Trans>
            </Button>
          )}
          <DialogButton dialog="end-sessions" variant="default">
            <Trans>Sign out other sessions</Trans>
          </DialogButton>
        </Group>
      )}
      <EndSessionsDialog others={others} />
    </Stack>
  );
}

/** Where the account is signed in. */
export function SessionsCard() {
  const { t } = useLingui();
  return (
    <SectionCard
      id="sessions"
      title={t`Sessions`}
      about={t`Browsers signed in to your account. Sign out any you don’t recognize, then change your password.`}
    >
      <Sessions />
    </SectionCard>
  );
}
