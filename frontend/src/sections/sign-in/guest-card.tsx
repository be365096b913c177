import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { CookieNotice } from './cookie-notice';

type GuestCardProps = {
  /** What came of something, as a picture above the title. */
  icon?: ReactNode;
  title: string;
  about?: ReactNode;
  notice?: ReactNode;
  footer?: ReactNode;
  /** Whether the heading takes the focus: this has come in the place of something else. */
  takesFocus?: boolean;
  children: ReactNode;
};

/**
 * One form of somebody who is not signed in, with the way to the other one below.
 * The focus goes to what is marked with `data-autofocus`.
 */
export function GuestCard({
  icon,
  title,
  about,
  notice,
  footer,
  takesFocus = false,
  children,
}: GuestCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${title} · Portico`;
  }, [title]);
  useEffect(() => card.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return (
    <Stack ref={card}>
      {icon && <Center>{icon}</Center>}
      <Stack gap={4}>
        <Title
          order={1}
          ta="center"
          tabIndex={-1}
          data-autofocus={takesFocus || undefined}
          style={{ outline: 'none' }}
        >
          {title}
        </Title>
        {about && (
          <Text c="dimmed" ta="center" size="sm">
            {about}
          </Text>
        )}
      </Stack>
      <CookieNotice />
      {notice}
      <Paper withBorder p="lg" shadow="xs">
        {children}
      </Paper>
      {footer && (
        <Text ta="center" size="sm" component="div">
          {footer}
        </Text>
      )}
    </Stack>
  );
}
