import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './state-sign.module.css';

const icons = { on: IconCircleCheck, off: IconCircleDashed, warn: IconAlertTriangle };

/** How something stands, by a sign and in words: never by colour alone. */
export function StateSign({ state, children }: { state: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[state];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" className={classes[state]}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <Text span size="sm">
        {children}
      </Text>
    </Group>
  );
}
