import { useLingui } from '@lingui/react/macro';
import { graphql } from '../../gql';
import { RenameForm } from '../../lib/rename-form';

const renamePasskeyDocument = graphql(`
  mutation RenamePasskey($id: ID!, $input: RenamePasskeyInput!) {
    renamePasskey(id: $id, input: $input) { passkey { id name } errors { ...UserError } }
  }
`);

/** A passkey's name as a field in its place. */
export function RenamePasskey(props: { id: string; name: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <RenameForm
      {...props}
      label={t`Passkey name`}
      empty={t`Enter a name.`}
      document={renamePasskeyDocument}
    />
  );
}
