import { Stack } from '@mantine/core';
import { Addons } from './addons';
import type { App } from './app';
import { AppCost } from './app-cost';
import { Containers } from './containers';
import { OneOffs } from './one-offs';
import type { AppEvents } from './use-app-events';

/** What an app runs and pays for. */
export function Resources({ app, events }: { app: App; events: AppEvents }) {
  return (
    <Stack gap="lg">
      <AppCost app={app} />
      <Containers app={app} />
      <Addons app={app} events={events} />
      <OneOffs app={app} events={events} />
    </Stack>
  );
}
