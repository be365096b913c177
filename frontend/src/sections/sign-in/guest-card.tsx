import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

type GuestCardProps = {
  title: string;
  about?: ReactNode;
  notice?: ReactNode;
  footer: ReactNode;
  children: ReactNode;
};

/** One form of somebody who is not signed in, with the way to the other one below. */
export function GuestCard({ title, about, notice, footer, children }: GuestCardProps) {
  useEffect(() => {
    document.title = `${title} · Portico`;
  }, [title]);
  return (
    <Stack>
      <Stack gap={4}>
        <Title order={1} ta="center">
          {title}
        </Title>
        {about && (
          <Text c="dimmed" ta="center" size="sm">
            {about}
          </Text>
        )}
      </Stack>
      {notice}
      <Paper withBorder p="lg" shadow="xs">
        {children}
      </Paper>
      <Text ta="center" size="sm">
        {footer}
      </Text>
    </Stack>
  );
}
