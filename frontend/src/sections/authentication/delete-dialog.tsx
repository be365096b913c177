import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { graphql } from '../../gql';
import type { UserError } from '../../lib/problems';
import { useViewer } from '../../lib/viewer';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { tellDone } from '../../ui/notify';
import { useAct } from './use-act';
import { useDialog } from './use-dialog';

const deleteAccountDocument = graphql(`
  mutation DeleteAccount {
    deleteAccount {
      viewer {
        id
        ...DeleteCard
      }
      errors {
        message
        code
        path
        ... on AppsRemainError {
          apps {
            id
            name
          }
        }
      }
    }
  }
`);

function Consequences({ graceDays }: { graceDays: number }) {
  return (
    <List size="sm" spacing={4}>
      <List.Item>
        <Trans>Now you get a mail. Its link works for an hour, and asks once more.</Trans>
      </List.Item>
      <List.Item>
        <Trans>
          Then all sessions, API tokens and SSH keys end, a push that is under way included, and you leave the
          apps that you collaborate on.
        </Trans>
      </List.Item>
      <List.Item>
        <Plural
          value={graceDays}
          _0="Your personal data is removed at once. This cannot be undone."
          one="For a day another mail can bring the account back. Then your personal data is removed for good."
          other="For # days another mail can bring the account back. Then your personal data is removed for good."
        />
      </List.Item>
    </List>
  );
}

type DeletionError = UserError & { apps?: readonly { name: string }[] };

/** The sentence of an error, with the apps that it is about. */
function sentence({ message, apps = [] }: DeletionError): string {
  const names = apps.map(({ name }) => name).join(', ');
  return names ? `${message} (${names})` : message;
}

export function DeleteDialog({ possible, graceDays }: { possible: boolean; graceDays: number }) {
  const { t } = useLingui();
  const { username, email } = useViewer();
  const { opened, onClose } = useDialog('delete');
  const { act, pending, wrong, problem } = useAct(deleteAccountDocument, {
    errors: (data) => data.deleteAccount.errors,
    onDone: () => {
      onClose();
      tellDone(t`The link is on its way to ${email}`);
    },
  });
  return (
    <ConfirmByName
      opened={opened && possible}
      onClose={onClose}
      title={t`Delete the account “${username}”`}
      name={username}
      consequences={<Consequences graceDays={graceDays} />}
      verb={t`Mail me the link`}
      pending={pending}
      onConfirm={() => void act({})}
      whole={wrong.map(sentence)}
      problem={problem}
    />
  );
}
