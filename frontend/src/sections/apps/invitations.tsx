import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { BusinessAgo } from '../../ui/ago';
import { tellDone } from '../../ui/notify';
import { Person } from '../../ui/person';
import { Row } from '../../ui/row';
import { Rows } from '../../ui/rows';
import { failed } from './failed';
import { removeCollaboratorDocument } from './remove-collaborator';

const acceptInvitationDocument = graphql(`
  mutation AcceptInvitation($id: ID!) {
    acceptInvitation(id: $id) { app { id name } errors { ...UserError } }
  }
`);

export const invitationFragment = graphql(`
  fragment InvitationRow on Invitation {
    id
    appName
    role
    invitedAt
    owner { id username fullName }
  }
`);

type Masked = FragmentType<typeof invitationFragment>;

function useAnswers(id: string, appName: string) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [accepting, accept] = useMutation(acceptInvitationDocument);
  const [declining, decline] = useMutation(removeCollaboratorDocument);
  return {
    accepting: accepting.fetching,
    declining: declining.fetching,
    accept: async () => {
      const { data, error } = await accept({ id });
      if (failed(t`Couldn’t accept the invitation to ${appName}`, error, data?.acceptInvitation.errors))
        return;
      tellDone(t`You joined ${appName}`);
      void navigate({ to: '/apps/$name', params: { name: data?.acceptInvitation.app?.name ?? appName } });
    },
    decline: async () => {
      const { data, error } = await decline({ id });
      if (failed(t`Couldn’t decline the invitation to ${appName}`, error, data?.removeCollaborator.errors))
        return;
      tellDone(t`Invitation to ${appName} declined`);
    },
  };
}

function InvitationRow({ invitation: masked }: { invitation: Masked }) {
  const { t } = useLingui();
  const { id, appName, owner, role, invitedAt } = readFragment(invitationFragment, masked);
  const { accept, accepting, decline, declining } = useAnswers(id, appName);
  return (
    <Row
      icon={<Person username={owner.username} fullName={owner.fullName} />}
      title={
        <Trans>
          {owner.username} invited you to <strong>{appName}</strong>
        </Trans>
      }
      meta={<span>{role === 'LIMITED' ? t`Can view and push` : t`Full access`}</span>}
      time={<BusinessAgo at={invitedAt} />}
      actions={
        <>
          <Button
            size="xs"
            loading={accepting}
            onClick={accept}
            aria-label={t`Accept the invitation to ${appName}`}
          >
            <Trans>Accept</Trans>
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={declining}
            onClick={decline}
            aria-label={t`Decline the invitation to ${appName}`}
          >
            <Trans>Decline</Trans>
          </Button>
        </>
      }
    />
  );
}

/** The invitations that wait for an answer; nothing where there are none. */
export function Invitations({ invitations }: { invitations: readonly Masked[] }) {
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations">
      <Title order={2} id="invitations" mb="xs">
        <Trans>Invitations</Trans>
      </Title>
      <Rows>
        {invitations.map((invitation) => (
          <InvitationRow key={readFragment(invitationFragment, invitation).id} invitation={invitation} />
        ))}
      </Rows>
    </section>
  );
}
