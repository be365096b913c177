import { useLingui } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import classes from './row.module.css';
import { RowAction } from './row-action';

type NamedRowProps = {
  name: string;
  /** What stands beside the name. */
  badge?: ReactNode;
  /** The names of the two buttons. */
  labels: { rename: string; remove: string };
  /** The name as a field in its place. */
  renameForm: (onClose: () => void) => ReactNode;
  /** What asks before it is removed. */
  removeDialog: (control: { opened: boolean; onClose: () => void }) => ReactNode;
  /** What stands below. */
  children: ReactNode;
};

/** A row of a list that has a name, and can be renamed in its place and removed. */
export function NamedRow({ name, badge, labels, renameForm, removeDialog, children }: NamedRowProps) {
  const { t } = useLingui();
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
        renameForm(back)
      ) : (
        <>
          <Group gap="xs">
            <Text fw={600} className="breakable">
              {name}
            </Text>
            {badge}
          </Group>
          <Group gap={4} wrap="nowrap">
            <RowAction
              icon={IconPencil}
              tooltip={t`Rename`}
              label={labels.rename}
              onClick={() => setMode('renaming')}
            />
            <RowAction
              icon={IconTrash}
              tooltip={t`Remove`}
              label={labels.remove}
              color="red"
              onClick={() => setMode('removing')}
            />
          </Group>
        </>
      )}
      {children}
      {removeDialog({ opened: mode === 'removing', onClose: () => setMode(undefined) })}
    </li>
  );
}
