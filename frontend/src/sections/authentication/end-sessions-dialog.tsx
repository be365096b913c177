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
      tellDone(plural(revoked, { one: '# session was ended', other: '# sessions were ended' }));
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t`End all other sessions`}
      verb={t`End them`}
      pending={pending}
      onConfirm={() => void act({})}
      whole={whole}
      problem={problem}
    >
      <Text size="sm">
        {others > 0 ? (
          <Trans>
            All other browsers are signed out at once, and what is open there closes. This one stays. API
            tokens and SSH keys go on working.
          </Trans>
        ) : (
          <Trans>This is your only session: there is nothing to end.</Trans>
        )}
      </Text>
    </ConfirmDialog>
  );
}
