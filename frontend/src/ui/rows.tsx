import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';

/** The card around a list's rows. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <Paper withBorder component="ul" m={0} p={0} aria-label={label}>
      {children}
    </Paper>
  );
}
