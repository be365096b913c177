import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

type RowActionProps = {
  icon: Icon;
  /** What it does. */
  tooltip: string;
  /** What it does to what, for those who do not see which row it stands in. */
  label: string;
  color?: string;
  onClick: () => void;
};

/** A button of a row that shows nothing but its icon. */
export function RowAction({ icon: Icon, tooltip, label, color = 'gray', onClick }: RowActionProps) {
  return (
    <Tooltip label={tooltip} withArrow>
      <ActionIcon variant="subtle" color={color} onClick={onClick} aria-label={label}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
