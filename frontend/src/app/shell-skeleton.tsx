import { useLingui } from '@lingui/react/macro';
import { Group, Skeleton, Stack } from '@mantine/core';

/** The frame of the dashboard while its first answer is on the way. */
export function ShellSkeleton() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className="column">
      <Group h="var(--bar)" justify="space-between">
        <Skeleton h={20} w={96} />
        <Skeleton h={32} w={120} />
      </Group>
      <Stack mt="xl">
        <Skeleton h={30} w="30%" />
        <Skeleton h={96} />
        <Skeleton h={96} />
      </Stack>
    </div>
  );
}
