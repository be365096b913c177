import { Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { CollaboratorRowFragment } from '../../gql/graphql';
import { useAct } from '../../lib/use-act';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { tellDone } from '../../ui/notify';
import type { App } from './app';
import { removeCollaboratorDocument } from './remove-collaborator';

type RemoveDialogProps = {
  collaborator: CollaboratorRowFragment;
  app: App;
  isViewer: boolean;
  opened: boolean;
  onClose: () => void;
  onChanged: () => void;
};

function Consequences({ username, appName }: { username: string; appName: string }) {
  return (
    <List spacing={4}>
      <List.Item>
        <Trans>
          {username} will immediately lose access to {appName}.
        </Trans>
      </List.Item>
      <List.Item>
        <Trans>Their past deployments stay. You can invite them again later.</Trans>
      </List.Item>
    </List>
  );
}

function OwnConsequences({ appName, owner }: { appName: string; owner: string }) {
  return (
    <List spacing={4}>
      <List.Item>
        <Trans>You will immediately lose access to {appName}.</Trans>
      </List.Item>
      <List.Item>
        <Trans>Your past deployments stay. Only {owner} can invite you again.</Trans>
      </List.Item>
    </List>
  );
}

/** Asks before somebody is removed from an app, or leaves it. */
export function RemoveDialog({ collaborator, app, isViewer, opened, onClose, onChanged }: RemoveDialogProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { username } = collaborator.account;
  const { act, ...state } = useAct(removeCollaboratorDocument, () => {
    onClose();
    tellDone(isViewer ? t`You left ${app.name}` : t`${username} removed from ${app.name}`);
    if (isViewer) void navigate({ to: '/apps' });
    else onChanged();
  });
  return (
    <ConfirmByName
      {...state}
      opened={opened}
      onClose={onClose}
      title={isViewer ? t`Leave ${app.name}` : t`Remove ${username} from ${app.name}`}
      name={isViewer ? app.name : username}
      consequences={
        isViewer ? (
          <OwnConsequences appName={app.name} owner={app.owner.username} />
        ) : (
          <Consequences username={username} appName={app.name} />
        )
      }
      verb={isViewer ? t`Leave app` : t`Remove collaborator`}
      onConfirm={() => void act({ id: collaborator.id })}
    />
  );
}
