import { useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/page';

export function ProfilePage() {
  const { t } = useLingui();
  return <Page title={t`Profile`}>{null}</Page>;
}
