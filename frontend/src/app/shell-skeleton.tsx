import { useLingui } from '@lingui/react/macro';
import { Container, Group, Skeleton, Stack } from '@mantine/core';

/** The frame of the dashboard while its first answer is on the way. */
export function ShellSkeleton() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`}>
      <Group h={56} px="md" justify="space-between">
        <Skeleton h={20} w={96} />
        <Skeleton h={32} w={120} />
      </Group>
      <Container size="md" mt="xl" px="md">
        <Stack>
          <Skeleton h={28} w="30%" />
          <Skeleton h={96} />
          <Skeleton h={96} />
        </Stack>
      </Container>
    </div>
  );
}
