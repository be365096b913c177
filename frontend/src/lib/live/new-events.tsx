import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './new-events.module.css';

type NewEventsProps = {
  /** How many have come in since the list was opened. */
  count: number;
  label: (unseen: number) => ReactNode;
};

/** Stands above a live list: says what came in on top of it while one was looking further down. */
export function NewEvents({ count, label }: NewEventsProps) {
  const { ref, entry } = useIntersection();
  const atTop = entry?.isIntersecting ?? true;
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (atTop) setSeen(count);
  }, [atTop, count]);
  const unseen = atTop ? 0 : count - seen;

  const toTop = () => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    window.scrollTo({ top: 0, behavior: still ? 'auto' : 'smooth' });
  };
  return (
    <>
      <div ref={ref} className={classes.top} />
      <div className={classes.place} role="status">
        {unseen > 0 && (
          <Button
            radius="xl"
            size="xs"
            leftSection={<IconArrowUp size={14} aria-hidden />}
            onClick={toTop}
            className={classes.pill}
          >
            {label(unseen)}
          </Button>
        )}
      </div>
    </>
  );
}
