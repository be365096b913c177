import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import type { CollaboratorRole, CollaboratorRowFragment } from '../../gql/graphql';
import { BusinessAgo } from '../../ui/ago';
import { tellDone } from '../../ui/notify';
import { Person } from '../../ui/person';
import { Tag } from '../../ui/tag';
import type { App } from './app';
import { failed } from './failed';
import { useRoleOptions } from './invite-form';
import { removeCollaboratorDocument } from './remove-collaborator';
import { RemoveDialog } from './remove-dialog';
import classes from './rows.module.css';
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

function CancelInvitation({ collaborator: { id, account }, onChanged }: RowProps) {
  const { t } = useLingui();
  const [{ fetching }, remove] = useMutation(removeCollaboratorDocument);
  const { username } = account;
  const cancel = async () => {
    const { data, error } = await remove({ id });
    if (failed(t`Couldn’t cancel the invitation`, error, data?.removeCollaborator.errors)) return;
    tellDone(t`Invitation for ${username} canceled`);
    onChanged();
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={fetching}
      onClick={() => void cancel()}
      aria-label={t`Cancel invitation for ${username}`}
    >
      <Trans>Cancel invitation</Trans>
    </Button>
  );
}

function Remove(props: RowProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const { username } = props.collaborator.account;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={() => setOpened(true)}
        aria-label={props.isViewer ? t`Leave app` : t`Remove ${username}`}
      >
        {props.isViewer ? t`Leave` : t`Remove`}
      </Button>
      <RemoveDialog {...props} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function Since({ collaborator: { acceptedAt, invitedAt, account } }: RowProps) {
  return (
    <Text size="sm" c="dimmed" component="div" className={classes.facts}>
      {account.fullName && <span>{account.fullName}</span>}
      <span>
        {acceptedAt ? (
          <Trans>
            joined <BusinessAgo at={acceptedAt} />
          </Trans>
        ) : (
          <Trans>
            invited <BusinessAgo at={invitedAt} />
          </Trans>
        )}
      </span>
    </Text>
  );
}

export function CollaboratorRow(props: RowProps) {
  const { collaborator, mayManage, isViewer } = props;
  const { account, acceptedAt } = collaborator;
  return (
    <li className={classes.row} data-collaborator={account.username}>
      <Group gap="sm" wrap="nowrap" className={classes.main}>
        <Person username={account.username} fullName={account.fullName} />
        <div className={classes.main}>
          <Group gap="xs">
            <Text size="sm" fw={500} className="breakable">
              {account.username}
            </Text>
            {!acceptedAt && (
              <Badge
                variant="default"
                radius="sm"
                tt="none"
                fw={500}
                leftSection={<IconClock size={12} aria-hidden />}
              >
                <Trans>Pending</Trans>
              </Badge>
            )}
          </Group>
          <Since {...props} />
        </div>
      </Group>
      <Group gap="xs">
        <Role {...props} />
        {mayManage && !acceptedAt && <CancelInvitation {...props} />}
        {acceptedAt && (mayManage || isViewer) && <Remove {...props} />}
      </Group>
    </li>
  );
}
