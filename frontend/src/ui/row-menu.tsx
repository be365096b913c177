import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef } from 'react';

type RowMenuItem = {
  /** What it does, as it is shown. */
  text: string;
  /** What it does to what, for those who do not see which row it stands in. */
  label: string;
  onClick: () => void;
};

type RowMenuProps = {
  /** Whose actions these are, for those who do not see which row it stands in. */
  label: string;
  items: readonly RowMenuItem[];
};

/** What can be done with a row, behind three dots at its end. */
export function RowMenu({ label, items }: RowMenuProps) {
  const target = useRef<HTMLButtonElement>(null);
  const choose = (onClick: () => void) => {
    // What opens now gives the focus back to where it was: not to an item that is no longer there.
    target.current?.focus();
    onClick();
  };
  return (
    // One thing to what lays the row out, open or not.
    <div>
      <Menu position="bottom-end" width={200} withinPortal={false}>
        <Menu.Target>
          <ActionIcon ref={target} variant="subtle" color="gray" aria-label={label}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {items.map(({ text, label: name, onClick }) => (
            <Menu.Item key={text} aria-label={name} onClick={() => choose(onClick)}>
              {text}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
