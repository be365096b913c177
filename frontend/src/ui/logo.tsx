import { Group, Text } from '@mantine/core';

/** The mark and the name of the product. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <Group gap={8} wrap="nowrap">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--mark-stone)" />
        <path
          d="M6.5 12 16 6.5 25.5 12v2h-19zM9 15.5h2.6V23H9zm5.7 0h2.6V23h-2.6zm5.7 0H23V23h-2.6z"
          fill="var(--mark-ink)"
        />
        <path d="M6.5 24h19v2h-19z" fill="var(--mark-ground)" />
      </svg>
      <Text span fw={650} size="lg" lts="-0.018em">
        Portico
      </Text>
    </Group>
  );
}
