import { Trans, useLingui } from '@lingui/react/macro';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { SshKeyRowFragment } from '../../gql/graphql';
import { Ago } from '../../ui/ago';
import { Copy } from '../../ui/copy';
import { NamedRow } from '../../ui/named-row';
import rows from '../../ui/row.module.css';
import { Tag } from '../../ui/tag';
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
  const { t } = useLingui();
  const sshKey = readFragment(sshKeyRowFragment, masked);
  const { id, name, fingerprint } = sshKey;
  return (
    <NamedRow
      name={name}
      badge={<Tag>{typeName(sshKey)}</Tag>}
      labels={{ rename: t`Rename key ${name}`, remove: t`Remove key ${name}` }}
      renameForm={(onClose) => <RenameKey id={id} name={name} onClose={onClose} />}
      removeDialog={(control) => <RemoveKeyDialog sshKey={sshKey} {...control} />}
    >
      <Fingerprint fingerprint={fingerprint} name={name} />
      <Facts sshKey={sshKey} />
    </NamedRow>
  );
}
