import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useHasKey } from './ssh-keys';

/** Said to somebody who has no SSH key: without one, git is refused. */
export function NeedKey() {
  const { t } = useLingui();
  if (useHasKey() !== false) return null;
  return (
    <Alert color="gray" icon={<IconKey aria-hidden />} title={t`You need an SSH key first`}>
      <Group justify="space-between" gap="sm">
        <Text>
          <Trans>Portico uses SSH keys to identify you when you push.</Trans>
        </Text>
        <Button
          size="xs"
          renderRoot={(props) => <Link to="/ssh-keys" search={{ dialog: 'add' }} {...props} />}
        >
          <Trans>Add SSH key</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
