import { useLingui } from '@lingui/react/macro';
import { Paper, Skeleton, Stack } from '@mantine/core';

export function ProfileSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="lg" role="status" aria-label={t`Loading`}>
      {['identity', 'preferences'].map((card) => (
        <Paper withBorder p="lg" key={card}>
          <Stack>
            <Skeleton h={20} w={140} />
            {[1, 2, 3, 4].map((field) => (
              <Stack gap={6} key={field}>
                <Skeleton h={14} w={90} />
                <Skeleton h={36} />
              </Stack>
            ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
