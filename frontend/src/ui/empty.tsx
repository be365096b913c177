import { Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type EmptyProps = {
  icon: ReactNode;
  title: string;
  /** One sentence on what would stand here and what it is good for. */
  children: ReactNode;
  action?: ReactNode;
  /** One example to copy, mostly a `Snippet`. */
  example?: ReactNode;
};

/** A list with nothing in it: teaches what goes there. */
export function Empty({ icon, title, children, action, example }: EmptyProps) {
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="sm" maw={520} mx="auto" ta="center">
        <ThemeIcon variant="default" size={44} aria-hidden>
          {icon}
        </ThemeIcon>
        <Title order={2}>{title}</Title>
        <Text c="dimmed" size="sm">
          {children}
        </Text>
        {action}
        {example && (
          <Stack w="100%" mt="xs">
            {example}
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
