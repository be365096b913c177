import { useLingui } from '@lingui/react/macro';
import { graphql } from '../../gql';
import { RenameForm } from '../../lib/rename-form';

const renameSshKeyDocument = graphql(`
  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {
    renameSshKey(id: $id, input: $input) { sshKey { id name } errors { ...UserError } }
  }
`);

/** A key's name as a field in its place. */
export function RenameKey(props: { id: string; name: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <RenameForm {...props} label={t`Key name`} empty={t`Enter a name.`} document={renameSshKeyDocument} />
  );
}
