import { Group, Text } from '@mantine/core';

/** The mark and the name of the product. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <Group gap={8} wrap="nowrap">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#4263eb" />
        <path
          d="M6.5 12 16 6.5 25.5 12v2h-19zM9 15.5h2.6V23H9zm5.7 0h2.6V23h-2.6zm5.7 0H23V23h-2.6zM6.5 24h19v2h-19z"
          fill="#fff"
        />
      </svg>
      <Text span fw={650} size="lg" lts="-0.01em">
        Portico
      </Text>
    </Group>
  );
}
