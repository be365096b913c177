import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../../ui/empty';
import { PagedList } from '../../ui/paged-list';
import { Snippet } from '../../ui/snippet';
import { KeyRow } from './key-row';
import type { useSshKeys } from './use-ssh-keys';

function NoKeys({ action }: { action: ReactNode }) {
  const { t } = useLingui();
  return (
    <Empty
      icon={<IconKey size={24} />}
      title={t`No SSH keys yet`}
      action={action}
      example={<Snippet code="ssh-keygen -t ed25519" what={t`the command that creates a key`} />}
    >
      <Trans>Add an SSH key to deploy with Git. Use one you already have or create one:</Trans>
    </Empty>
  );
}

type KeyListProps = ReturnType<typeof useSshKeys> & {
  /** What one does where there is no key yet. */
  action: ReactNode;
};

export function KeyList({ action, ...list }: KeyListProps) {
  return (
    <PagedList
      {...list}
      empty={<NoKeys action={action} />}
      count={(total) => <Plural value={total} one="# key" other="# keys" />}
    >
      {(key) => <KeyRow key={key.id} sshKey={key} />}
    </PagedList>
  );
}
