import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { SshKeyRowFragment } from '../../gql/graphql';
import { Ago } from '../../ui/ago';
import { Copy } from '../../ui/copy';
import rows from '../../ui/row.module.css';
import classes from './key-row.module.css';
import { RemoveKeyDialog } from './remove-key-dialog';
import { RenameKey } from './rename-key';

export const sshKeyRowFragment = graphql(`
  fragment SshKeyRow on SshKey {
    id
    name
    fingerprint
    type
    bits
    createdAt
    lastUsedAt
    lastUsedAddress
  }
`);

/** `ssh-ed25519` as people say it: `ED25519`. The length says something of RSA alone. */
function typeName({ type, bits }: Pick<SshKeyRowFragment, 'type' | 'bits'>): string {
  const name = type
    .replace(/@.*$/, '')
    .replace(/^(sk-)?(ssh-|ecdsa-sha2-)/, '$1')
    .toUpperCase();
  return name.endsWith('RSA') ? `${name} ${bits}` : name;
}

function Facts({ sshKey: { createdAt, lastUsedAt, lastUsedAddress } }: { sshKey: SshKeyRowFragment }) {
  return (
    <div className={rows.facts}>
      <span>
        <Trans>
          Added <Ago at={createdAt} />
        </Trans>
      </span>
      <span>
        {!lastUsedAt && <Trans>Never used</Trans>}
        {lastUsedAt && !lastUsedAddress && (
          <Trans>
            Last used <Ago at={lastUsedAt} />
          </Trans>
        )}
        {lastUsedAt && lastUsedAddress && (
          <Trans>
            Last used <Ago at={lastUsedAt} /> from {lastUsedAddress}
          </Trans>
        )}
      </span>
    </div>
  );
}

type ActionsProps = { name: string; onRename: () => void; onRemove: () => void };

function Actions({ name, onRename, onRemove }: ActionsProps) {
  const { t } = useLingui();
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={t`Rename`} withArrow>
        <ActionIcon variant="subtle" color="gray" onClick={onRename} aria-label={t`Rename key ${name}`}>
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Remove`} withArrow>
        <ActionIcon variant="subtle" color="red" onClick={onRemove} aria-label={t`Remove key ${name}`}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function Fingerprint({ fingerprint, name }: { fingerprint: string; name: string }) {
  const { t } = useLingui();
  return (
    <div className={classes.fingerprint}>
      <span className="mono">{fingerprint}</span>
      <Copy text={fingerprint} what={t`the fingerprint of ${name}`} />
    </div>
  );
}

export function KeyRow({ sshKey: masked }: { sshKey: FragmentType<typeof sshKeyRowFragment> }) {
  const sshKey = readFragment(sshKeyRowFragment, masked);
  const [mode, setMode] = useState<'renaming' | 'removing'>();
  const row = useRef<HTMLLIElement>(null);
  const back = () => {
    setMode(undefined);
    // The field that had the focus is gone: it goes back to the button that opened it.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  return (
    <li className={rows.row} ref={row}>
      {mode === 'renaming' ? (
        <RenameKey id={sshKey.id} name={sshKey.name} onClose={back} />
      ) : (
        <>
          <Group gap="xs">
            <Text fw={600} className="breakable">
              {sshKey.name}
            </Text>
            <Badge variant="default" radius="sm" tt="none" fw={500}>
              {typeName(sshKey)}
            </Badge>
          </Group>
          <Actions
            name={sshKey.name}
            onRename={() => setMode('renaming')}
            onRemove={() => setMode('removing')}
          />
        </>
      )}
      <Fingerprint fingerprint={sshKey.fingerprint} name={sshKey.name} />
      <Facts sshKey={sshKey} />
      <RemoveKeyDialog sshKey={sshKey} opened={mode === 'removing'} onClose={() => setMode(undefined)} />
    </li>
  );
}
