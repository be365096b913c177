import { useLingui } from '@lingui/react/macro';
import { RenameForm } from '../../lib/rename-form';
import { renameSshKeyDocument } from './documents';

/** A key's name as a field in its place. */
export function RenameKey(props: { id: string; name: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <RenameForm {...props} label={t`Key name`} empty={t`Enter a name.`} document={renameSshKeyDocument} />
  );
}
