import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { graphql } from '../../gql';
import { tellDone } from '../../ui/notify';
import { ConfirmDialog } from './confirm-dialog';
import { useAct } from './use-act';
import { useDialog } from './use-dialog';

const revokeOtherSessionsDocument = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions {
      revoked
      errors {
        message
        code
        path
      }
    }
  }
`);

/** Asks before all sessions but this one end. */
export function EndSessionsDialog({ others }: { others: number }) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('end-sessions');
  const { act, pending, whole, problem } = useAct(revokeOtherSessionsDocument, {
    errors: (data) => data.revokeOtherSessions.errors,
    onDone: ({ revokeOtherSessions: { revoked } }) => {
      onClose();
      tellDone(plural(revoked, { one: '# session signed out', other: '# sessions signed out' }));
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t`Sign out other sessions`}
      verb={t({ message: 'Sign out', context: 'another session' })}
      pending={pending}
      onConfirm={() => void act({})}
      whole={whole}
      problem={problem}
    >
      <Text size="sm">
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
