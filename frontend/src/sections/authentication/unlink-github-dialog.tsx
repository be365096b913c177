import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { tellDone } from '../../ui/notify';
import { ConfirmDialog } from './confirm-dialog';
import { useDialog } from './use-dialog';

const unlinkGithubDocument = graphql(`
  mutation UnlinkGithub {
    unlinkGithub { viewer { id loginMethods ...GithubCard } errors { ...UserError } }
  }
`);

/** Asks before a GitHub account no longer signs in. */
export function UnlinkGithubDialog({ login }: { login: string | undefined }) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('unlink-github');
  const { act, ...state } = useAct(unlinkGithubDocument, () => {
    onClose();
    tellDone(t`GitHub unlinked`);
  });
  return (
    <ConfirmDialog
      {...state}
      opened={opened && login !== undefined}
      onClose={onClose}
      title={t`Unlink GitHub`}
      verb={t`Unlink`}
      onConfirm={() => void act({})}
    >
      <Text>
        <Trans>You won’t be able to sign in with {login} anymore. You can link it again at any time.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
