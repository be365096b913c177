import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** A word or two about a thing, beside its name. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <Badge variant="default" radius="sm" tt="none" fw={500}>
      {children}
    </Badge>
  );
}
