import { Trans, useLingui } from '@lingui/react/macro';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Ago } from '../../ui/ago';
import { NamedRow } from '../../ui/named-row';
import classes from '../../ui/row.module.css';
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

function Facts({ createdAt, lastUsedAt }: { createdAt: string; lastUsedAt?: string | null }) {
  return (
    <div className={classes.facts}>
      <span>
        <Trans>
          Added <Ago at={createdAt} />
        </Trans>
      </span>
      <span>
        {lastUsedAt ? (
          <Trans>
            Last used <Ago at={lastUsedAt} />
          </Trans>
        ) : (
          <Trans context="of a passkey">Never used</Trans>
        )}
      </span>
    </div>
  );
}

export function PasskeyRow({ passkey: masked }: { passkey: FragmentType<typeof passkeyRowFragment> }) {
  const { t } = useLingui();
  const { id, name, synced, ...facts } = readFragment(passkeyRowFragment, masked);
  return (
    <NamedRow
      name={name}
      badge={synced && <Tag>{t`Synced`}</Tag>}
      labels={{ rename: t`Rename passkey ${name}`, remove: t`Remove passkey ${name}` }}
      renameForm={(onClose) => <RenamePasskey id={id} name={name} onClose={onClose} />}
      removeDialog={(control) => <RemovePasskeyDialog id={id} name={name} {...control} />}
    >
      <Facts {...facts} />
    </NamedRow>
  );
}
