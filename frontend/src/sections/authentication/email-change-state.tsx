import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { EmailChangeStateFragment } from '../../gql/graphql';
import { SandboxInbox } from '../../lib/sandbox';
import { useAct } from '../../lib/use-act';
import { Until } from '../../ui/ago';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { StateSign } from './state-sign';

const emailChangeStateFragment = graphql(`
  fragment EmailChangeState on EmailChange {
    newEmail
    newConfirmedAt
    oldConfirmedAt
    oldMailboxLost
    dueAt
    expiresAt
  }
`);

const cancelEmailChangeDocument = graphql(`
  mutation CancelEmailChange {
    cancelEmailChange { email errors { ...UserError } }
  }
`);

function NewSide({ newEmail, newConfirmedAt }: EmailChangeStateFragment) {
  return newConfirmedAt ? (
    <StateSign state="on">
      <Trans>{newEmail} has confirmed</Trans>
    </StateSign>
  ) : (
    <StateSign state="off">
      <Trans>Waiting for confirmation from {newEmail}</Trans>
    </StateSign>
  );
}

type OldSideProps = { email: string; verified: boolean; change: EmailChangeStateFragment };

function OldSide({ email, verified, change }: OldSideProps) {
  // An address that was never verified may be a stranger's: the server asks it for nothing.
  if (!verified) return null;
  if (change.oldConfirmedAt) {
    return (
      <StateSign state="on">
        <Trans>{email} has confirmed</Trans>
      </StateSign>
    );
  }
  if (!change.oldMailboxLost) {
    return (
      <StateSign state="off">
        <Trans>Waiting for confirmation from {email}</Trans>
      </StateSign>
    );
  }
  return (
    <StateSign state="off">
      {change.dueAt ? (
        <Trans>
          Takes effect <Until at={change.dueAt} /> unless canceled from {email}
        </Trans>
      ) : (
        <Trans>Then {email} can cancel the change for 7 days</Trans>
      )}
    </StateSign>
  );
}

type EmailChangeStateProps = {
  email: string;
  /** Whether the address of now was ever verified. */
  verified: boolean;
  change: FragmentType<typeof emailChangeStateFragment>;
};

/** The change of address that is under way, and what is still missing. */
export function EmailChangeState({ email, verified, change: masked }: EmailChangeStateProps) {
  const { t } = useLingui();
  const change = readFragment(emailChangeStateFragment, masked);
  const { newEmail, expiresAt } = change;
  const { act, pending, whole, problem } = useAct(cancelEmailChangeDocument, () =>
    tellDone(t`Email change canceled`),
  );
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Change pending`}>
      <Stack gap="xs" align="flex-start">
        <Title order={3} size="sm" className="breakable">
          <Trans>Changing to {newEmail}</Trans>
        </Title>
        <NewSide {...change} />
        <OldSide email={email} verified={verified} change={change} />
        <Text size="sm" c="dimmed">
          <Trans>
            The links expire <Until at={expiresAt} />.
          </Trans>
        </Text>
        <SandboxInbox />
        <FormFaults whole={whole} problem={problem} />
        <Button variant="default" size="xs" loading={pending} onClick={() => void act({})}>
          <Trans>Cancel change</Trans>
        </Button>
      </Stack>
    </Paper>
  );
}
