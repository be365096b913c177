import { useLingui } from '@lingui/react/macro';
import { Title } from '@mantine/core';

export function SignUpPage() {
  const { t } = useLingui();
  return <Title order={1}>{t`Sign up`}</Title>;
}
