import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { tellDone } from '../../ui/notify';
import { ConfirmDialog } from './confirm-dialog';
import { useDialog } from './use-dialog';

const revokeOtherSessionsDocument = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions { revoked errors { ...UserError } }
  }
`);

/** Asks before all sessions but this one end. */
export function EndSessionsDialog({ others }: { others: number }) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('end-sessions');
  const { act, ...state } = useAct(revokeOtherSessionsDocument, ({ revokeOtherSessions: { revoked } }) => {
    onClose();
    tellDone(plural(revoked, { one: '# session signed out', other: '# sessions signed out' }));
  });
  return (
    <ConfirmDialog
      {...state}
      opened={opened}
      onClose={onClose}
      title={t`Sign out other sessions`}
      verb={t({ message: 'Sign out', context: 'another session' })}
      onConfirm={() => void act({})}
    >
      <Text>
        {others > 0 ? (
          <Trans>
            You’ll be signed out of every browser except this one. API tokens and SSH keys keep working.
          </Trans>
        ) : (
          <Trans>This is your only session.</Trans>
        )}
      </Text>
    </ConfirmDialog>
  );
}
