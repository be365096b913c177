import { useLingui } from '@lingui/react/macro';
import { Group, Paper, Skeleton, Stack } from '@mantine/core';

/** Rows in the shape of a list that is on its way. */
export function RowsSkeleton({ rows = 3 }: { rows?: number }) {
  const { t } = useLingui();
  return (
    <Paper withBorder role="status" aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Group key={row} p="md" wrap="nowrap" justify="space-between">
          <Stack gap={8} flex={1}>
            <Skeleton h={14} w="40%" />
            <Skeleton h={12} w="70%" />
          </Stack>
          <Skeleton h={28} w={72} />
        </Group>
      ))}
    </Paper>
  );
}
