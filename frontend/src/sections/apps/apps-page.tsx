import { useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/page';

export function AppsPage() {
  const { t } = useLingui();
  return <Page title={t`Apps`}>{null}</Page>;
}
