import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section-card.module.css';

/** A part of a page with a heading of its own. */
export function SectionCard({
  id,
  title,
  about,
  children,
}: {
  /** Where it can be linked to: `/page#id`. Such a card takes the focus. */
  id?: string;
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <Paper
      withBorder
      p="lg"
      component="section"
      aria-labelledby={heading}
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      className={classes.card}
    >
      <Stack gap={4} mb="md">
        <Title order={2} id={heading}>
          {title}
        </Title>
        {about && (
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        )}
      </Stack>
      {children}
    </Paper>
  );
}
