import { Stack } from '@mantine/core';
import type { App } from './app';
import { Containers } from './containers';

/** What an app runs and pays for. */
export function Resources({ app }: { app: App }) {
  return (
    <Stack gap="lg">
      <Containers app={app} />
    </Stack>
  );
}
