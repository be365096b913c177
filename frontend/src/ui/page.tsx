import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

type PageProps = {
  title: string;
  /** One sentence on what this page is for. */
  about?: ReactNode;
  /** The main action, at the right of the title. */
  action?: ReactNode;
  children: ReactNode;
};

/** A page of the dashboard: its title in the heading and in the browser's tab. */
export function Page({ title, about, action, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Portico`;
  }, [title]);
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="md" mb="lg">
        <Stack gap={4} maw={560}>
          <Title order={1} tabIndex={-1}>
            {title}
          </Title>
          {about && (
            <Text c="dimmed" size="sm">
              {about}
            </Text>
          )}
        </Stack>
        {action}
      </Group>
      {children}
    </>
  );
}
