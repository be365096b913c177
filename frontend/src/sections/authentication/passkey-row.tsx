import { Trans, useLingui } from '@lingui/react/macro';
import { IconFingerprint } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Ago } from '../../ui/ago';
import { NamedRow } from '../../ui/named-row';
import { Tag } from '../../ui/tag';
import { RemovePasskeyDialog } from './remove-passkey-dialog';
import { RenamePasskey } from './rename-passkey';

const passkeyRowFragment = graphql(`
  fragment PasskeyRow on Passkey {
    id
    name
    createdAt
    lastUsedAt
    synced
  }
`);

export function PasskeyRow({ passkey: masked }: { passkey: FragmentType<typeof passkeyRowFragment> }) {
  const { t } = useLingui();
  const { id, name, synced, createdAt, lastUsedAt } = readFragment(passkeyRowFragment, masked);
  return (
    <NamedRow
      icon={<IconFingerprint size={18} />}
      name={name}
      tags={synced && <Tag>{t`Synced`}</Tag>}
      meta={
        <span>
          <Trans>
            Added <Ago at={createdAt} />
          </Trans>
        </span>
      }
      time={
        lastUsedAt ? (
          <Trans>
            Last used <Ago at={lastUsedAt} />
          </Trans>
        ) : (
          <Trans context="of a passkey">Never used</Trans>
        )
      }
      labels={{
        menu: t`Actions for passkey ${name}`,
        rename: t`Rename passkey ${name}`,
        remove: t`Remove passkey ${name}`,
      }}
      renameForm={(onClose) => <RenamePasskey id={id} name={name} onClose={onClose} />}
      removeDialog={(control) => <RemovePasskeyDialog id={id} name={name} {...control} />}
    />
  );
}
