import { useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/page';

export function TimelinePage() {
  const { t } = useLingui();
  return <Page title={t`Timeline`}>{null}</Page>;
}
