import { useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/page';

export function SshKeysPage() {
  const { t } = useLingui();
  return <Page title={t`SSH keys`}>{null}</Page>;
}
