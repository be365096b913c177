import { Trans, useLingui } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { SshKeyRowFragment } from '../../gql/graphql';
import { Ago } from '../../ui/ago';
import { Copy } from '../../ui/copy';
import { NamedRow } from '../../ui/named-row';
import { Tag } from '../../ui/tag';
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

function LastUse({ sshKey: { lastUsedAt, lastUsedAddress } }: { sshKey: SshKeyRowFragment }) {
  if (!lastUsedAt) return <Trans>Never used</Trans>;
  if (!lastUsedAddress) {
    return (
      <Trans>
        Last used <Ago at={lastUsedAt} />
      </Trans>
    );
  }
  return (
    <Trans>
      Last used <Ago at={lastUsedAt} /> from {lastUsedAddress}
    </Trans>
  );
}

function Facts({ sshKey: { fingerprint, name, createdAt } }: { sshKey: SshKeyRowFragment }) {
  const { t } = useLingui();
  return (
    <>
      <span>
        <span className="mono">{fingerprint}</span>{' '}
        <Copy text={fingerprint} what={t`the fingerprint of ${name}`} />
      </span>
      <span>
        <Trans>
          Added <Ago at={createdAt} />
        </Trans>
      </span>
    </>
  );
}

export function KeyRow({ sshKey: masked }: { sshKey: FragmentType<typeof sshKeyRowFragment> }) {
  const { t } = useLingui();
  const sshKey = readFragment(sshKeyRowFragment, masked);
  const { id, name } = sshKey;
  return (
    <NamedRow
      icon={<IconKey size={18} />}
      name={name}
      tags={<Tag>{typeName(sshKey)}</Tag>}
      meta={<Facts sshKey={sshKey} />}
      time={<LastUse sshKey={sshKey} />}
      labels={{
        menu: t`Actions for key ${name}`,
        rename: t`Rename key ${name}`,
        remove: t`Remove key ${name}`,
      }}
      renameForm={(onClose) => <RenameKey id={id} name={name} onClose={onClose} />}
      removeDialog={(control) => <RemoveKeyDialog sshKey={sshKey} {...control} />}
    />
  );
}
