import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { graphql } from '../../gql';
import type { UserError } from '../../lib/problems';
import { useAct } from '../../lib/use-act';
import { useViewer } from '../../lib/viewer';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { tellDone } from '../../ui/notify';
import { useDialog } from './use-dialog';

const deleteAccountDocument = graphql(`
  mutation DeleteAccount {
    deleteAccount {
      viewer { id ...DeleteCard }
      errors {
        ...UserError
        ... on AppsRemainError {
          apps { id name }
        }
      }
    }
  }
`);

function Consequences({ graceDays }: { graceDays: number }) {
  return (
    <List spacing={4}>
      <List.Item>
        <Trans>We’ll email you a link to confirm. It expires in one hour.</Trans>
      </List.Item>
      <List.Item>
        <Trans>
          Once you confirm, you’ll be signed out everywhere, your API tokens and SSH keys will stop working,
          and you’ll lose access to apps shared with you.
        </Trans>
      </List.Item>
      <List.Item>
        <Plural
          value={graceDays}
          _0="Your personal data will be permanently deleted right away. This cannot be undone."
          one="You can restore your account for a day. After that, your personal data will be permanently deleted."
          other="You can restore your account for # days. After that, your personal data will be permanently deleted."
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
  const { act, wrong, ...state } = useAct(deleteAccountDocument, () => {
    onClose();
    tellDone(t`Email sent to ${email}`);
  });
  return (
    <ConfirmByName
      {...state}
      opened={opened && possible}
      onClose={onClose}
      title={t`Delete account “${username}”`}
      name={username}
      consequences={<Consequences graceDays={graceDays} />}
      verb={t`Send confirmation email`}
      onConfirm={() => void act({})}
      whole={wrong.map(sentence)}
    />
  );
}
