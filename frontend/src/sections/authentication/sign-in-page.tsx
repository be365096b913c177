import { useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';

export function SignInPage() {
  const { t } = useLingui();
  return <Title order={1}>{t`Sign in`}</Title>;
}
