import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import type { CollaboratorRole, CollaboratorRowFragment } from '../../gql/graphql';
import { BusinessAgo } from '../../ui/ago';
import { tellDone } from '../../ui/notify';
import { Person } from '../../ui/person';
import { Row } from '../../ui/row';
import { RowMenu } from '../../ui/row-menu';
import { Tag } from '../../ui/tag';
import type { App } from './app';
import { failed } from './failed';
import { useRoleOptions } from './invite-form';
import { removeCollaboratorDocument } from './remove-collaborator';
import { RemoveDialog } from './remove-dialog';
import { useRoleNames } from './words';

const changeRoleDocument = graphql(`
  mutation ChangeCollaboratorRole($id: ID!, $input: ChangeCollaboratorRoleInput!) {
    changeCollaboratorRole(id: $id, input: $input) {
      collaborator { id role }
      errors { ...UserError }
    }
  }
`);

export const collaboratorFragment = graphql(`
  fragment CollaboratorRow on Collaborator {
    id
    role
    invitedAt
    acceptedAt
    account { id username fullName }
  }
`);

type RowProps = {
  collaborator: CollaboratorRowFragment;
  app: App;
  mayManage: boolean;
  /** It is whoever looks at it. */
  isViewer: boolean;
  onChanged: () => void;
};

/** The role: to be changed by those who may, at once and taken back when the server says no. */
function Role({ collaborator: { id, role, account }, mayManage }: RowProps) {
  const { t } = useLingui();
  const names = useRoleNames();
  const options = useRoleOptions();
  const [, change] = useMutation(changeRoleDocument);
  if (!mayManage) {
    return <Tag>{names[role]}</Tag>;
  }
  const choose = async (next: CollaboratorRole | null) => {
    if (!next || next === role) return;
    const { data, error } = await change({ id, input: { role: next } });
    failed(t`Couldn’t change the role of ${account.username}`, error, data?.changeCollaboratorRole.errors);
  };
  return (
    <Select
      aria-label={t`Role of ${account.username}`}
      size="xs"
      w={136}
      data={options}
      value={role}
      allowDeselect={false}
      onChange={(next) => void choose(next)}
    />
  );
}

/** Takes an invitation back at once: there is nothing to lose. */
function useCancel({ collaborator: { id, account }, onChanged }: RowProps) {
  const { t } = useLingui();
  const [, remove] = useMutation(removeCollaboratorDocument);
  const { username } = account;
  return async () => {
    const { data, error } = await remove({ id });
    if (failed(t`Couldn’t cancel the invitation`, error, data?.removeCollaborator.errors)) return;
    tellDone(t`Invitation for ${username} canceled`);
    onChanged();
  };
}

/** What the viewer can do with a collaborator; nothing where that is nothing. */
function Actions(props: RowProps & { onRemove: () => void }) {
  const { t } = useLingui();
  const cancel = useCancel(props);
  const { collaborator, mayManage, isViewer, onRemove } = props;
  const { username } = collaborator.account;
  if (!mayManage && !isViewer) return null;
  const invitation = {
    text: t`Cancel invitation`,
    label: t`Cancel invitation for ${username}`,
    onClick: () => void cancel(),
  };
  const leave = { text: t`Leave app`, label: t`Leave app`, onClick: onRemove };
  const remove = { text: t`Remove`, label: t`Remove ${username}`, onClick: onRemove };
  const accepted = isViewer ? leave : remove;
  return (
    <RowMenu
      // Without the name: it would sound like the account menu.
      label={isViewer ? t`Actions for your access` : t`Actions for ${username}`}
      items={[collaborator.acceptedAt ? accepted : invitation]}
    />
  );
}

function Since({ collaborator: { acceptedAt, invitedAt } }: RowProps) {
  if (acceptedAt) {
    return (
      <Trans>
        joined <BusinessAgo at={acceptedAt} />
      </Trans>
    );
  }
  return (
    <Trans>
      invited <BusinessAgo at={invitedAt} />
    </Trans>
  );
}

function Pending() {
  return (
    <Tag icon={<IconClock size={12} aria-hidden />}>
      <Trans>Pending</Trans>
    </Tag>
  );
}

export function CollaboratorRow(props: RowProps) {
  const [removing, setRemoving] = useState(false);
  const { account, acceptedAt } = props.collaborator;
  const { username, fullName } = account;
  return (
    <Row
      data-collaborator={username}
      icon={<Person username={username} fullName={fullName} />}
      title={username}
      tags={!acceptedAt && <Pending />}
      meta={fullName && <span>{fullName}</span>}
      time={<Since {...props} />}
      actions={
        <>
          <Role {...props} />
          <Actions {...props} onRemove={() => setRemoving(true)} />
        </>
      }
    >
      <RemoveDialog {...props} opened={removing} onClose={() => setRemoving(false)} />
    </Row>
  );
}
