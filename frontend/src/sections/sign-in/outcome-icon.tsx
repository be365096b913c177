import { ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ToneName } from '../../ui/theme';

/** The picture above what came of an emailed link. */
export function OutcomeIcon({ icon: Icon, color }: { icon: Icon; color: ToneName }) {
  return (
    <ThemeIcon variant="light" color={color} size={48} aria-hidden>
      <Icon size={26} />
    </ThemeIcon>
  );
}
