import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Ago } from '../../ui/ago';
import classes from '../../ui/row.module.css';
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

type ActionsProps = { name: string; onRename: () => void; onRemove: () => void };

function Actions({ name, onRename, onRemove }: ActionsProps) {
  const { t } = useLingui();
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={t`Rename`} withArrow>
        <ActionIcon variant="subtle" color="gray" onClick={onRename} aria-label={t`Rename passkey ${name}`}>
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Remove`} withArrow>
        <ActionIcon variant="subtle" color="red" onClick={onRemove} aria-label={t`Remove passkey ${name}`}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

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
  const { id, name, synced, ...facts } = readFragment(passkeyRowFragment, masked);
  const [mode, setMode] = useState<'renaming' | 'removing'>();
  const row = useRef<HTMLLIElement>(null);
  const back = () => {
    setMode(undefined);
    // The field that had the focus is gone: it goes back to the button that opened it.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  return (
    <li className={classes.row} ref={row}>
      {mode === 'renaming' ? (
        <RenamePasskey id={id} name={name} onClose={back} />
      ) : (
        <>
          <Group gap="xs">
            <Text fw={600} className="breakable">
              {name}
            </Text>
            {synced && (
              <Badge variant="default" radius="sm" tt="none" fw={500}>
                <Trans>Synced</Trans>
              </Badge>
            )}
          </Group>
          <Actions name={name} onRename={() => setMode('renaming')} onRemove={() => setMode('removing')} />
        </>
      )}
      <Facts {...facts} />
      <RemovePasskeyDialog
        id={id}
        name={name}
        opened={mode === 'removing'}
        onClose={() => setMode(undefined)}
      />
    </li>
  );
}
