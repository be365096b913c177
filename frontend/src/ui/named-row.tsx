import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { Row } from './row';
import { RowMenu } from './row-menu';

type NamedRowProps = {
  icon: ReactNode;
  name: string;
  tags?: ReactNode;
  meta: ReactNode;
  time: ReactNode;
  /** The names of the menu and of the two actions in it. */
  labels: { menu: string; rename: string; remove: string };
  /** The name as a field in its place. */
  renameForm: (onClose: () => void) => ReactNode;
  /** What asks before it is removed. */
  removeDialog: (control: { opened: boolean; onClose: () => void }) => ReactNode;
};

/** A row of a list that has a name, and can be renamed in its place and removed. */
export function NamedRow({ name, labels, renameForm, removeDialog, ...row }: NamedRowProps) {
  const { t } = useLingui();
  const [mode, setMode] = useState<'renaming' | 'removing'>();
  const item = useRef<HTMLLIElement>(null);
  const back = () => {
    setMode(undefined);
    // The field that had the focus is gone: it goes back to the menu that it came from.
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus());
  };
  const dialog = removeDialog({ opened: mode === 'removing', onClose: () => setMode(undefined) });
  if (mode === 'renaming')
    return <Row {...row} ref={item} title={renameForm(back)} tags={null} time={null} />;
  return (
    <Row
      {...row}
      ref={item}
      title={name}
      actions={
        <RowMenu
          label={labels.menu}
          items={[
            { text: t`Rename`, label: labels.rename, onClick: () => setMode('renaming') },
            { text: t`Remove`, label: labels.remove, onClick: () => setMode('removing') },
          ]}
        />
      }
    >
      {dialog}
    </Row>
  );
}
