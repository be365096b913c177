import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../ui/page';
import { AddKeyDialog } from './add-key-dialog';
import { KeyList } from './key-list';
import { useSshKeys } from './use-ssh-keys';

const route = getRouteApi('/signed-in/ssh-keys');

export function SshKeysPage() {
  const { t } = useLingui();
  const { dialog } = route.useSearch();
  const keys = useSshKeys();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: {}, replace: true, ignoreBlocker: true });
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => <Link from="/ssh-keys" to="." search={{ dialog: 'add' }} {...props} />}
    >
      <Trans>Add SSH key</Trans>
    </Button>
  );
  return (
    <Page
      title={t`SSH keys`}
      about={t`SSH keys let you push to your apps with Git.`}
      action={keys.list?.edges.length !== 0 && add}
    >
      <KeyList {...keys} action={add} />
      <AddKeyDialog opened={dialog === 'add'} onClose={close} />
    </Page>
  );
}
