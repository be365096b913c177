import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';

/** A word or two about a thing, beside its name, where they say something. */
export function Tag({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    // Also within a paragraph.
    <Badge component="span" leftSection={icon}>
      {children}
    </Badge>
  );
}
