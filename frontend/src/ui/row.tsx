import { Text } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import classes from './row.module.css';

type RowProps = Omit<ComponentProps<'li'>, 'title'> & {
  /** A picture before the title. */
  icon?: ReactNode;
  /** What the row is about. A `rowLink` in it leads from all of the row. */
  title: ReactNode;
  /** A word or two beside the title. */
  tags?: ReactNode;
  /** What else is known of it, below the title; in spans, which wrap as a whole. */
  meta?: ReactNode;
  /** When it last mattered, at the right. */
  time?: ReactNode;
  /** The controls at the end: fields, buttons, a `RowMenu`. */
  actions?: ReactNode;
  /** What belongs to the row without a place in it, such as its dialogs. */
  children?: ReactNode;
};

/** The class of a link in a row's title that all of the row leads to. */
export const rowLink = classes.link;

/** The row of every list: at least 44 px high; on a small screen the time goes below. */
export function Row({ icon, title, tags, meta, time, actions, children, className, ...rest }: RowProps) {
  return (
    <li {...rest} className={[classes.row, className].filter(Boolean).join(' ')}>
      {icon && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      <div className={classes.text}>
        <div className={classes.title}>
          <Text component="div" fw={500} className="breakable">
            {title}
          </Text>
          {tags}
        </div>
        {meta && <div className={classes.meta}>{meta}</div>}
      </div>
      {time && <div className={classes.time}>{time}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
      {children}
    </li>
  );
}
