import type { ReactNode } from 'react';
import classes from './dot.module.css';
import type { ToneName } from './theme';

/** The status of something: a dot in its color before a word. */
export function Dot({ color, children }: { color: ToneName; children: ReactNode }) {
  return (
    <span className={classes.status}>
      <span
        className={classes.dot}
        style={{ background: `var(--mantine-color-${color}-filled)` }}
        aria-hidden
      />
      {children}
    </span>
  );
}
