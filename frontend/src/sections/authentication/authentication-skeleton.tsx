import { useLingui } from '@lingui/react/macro';
import { Paper, Skeleton, Stack } from '@mantine/core';

const cards = [
  ['email', 64],
  ['password', 220],
  ['second-factor', 72],
  ['passkeys', 72],
  ['sessions', 120],
] as const;

/** The page's cards while they are on their way. */
export function AuthenticationSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="lg" role="status" aria-label={t`Loading`}>
      {cards.map(([card, height]) => (
        <Paper withBorder p="lg" key={card}>
          <Skeleton h={20} w={140} mb={8} />
          <Skeleton h={14} w="60%" mb="md" />
          <Skeleton h={height} />
        </Paper>
      ))}
    </Stack>
  );
}
