import { Avatar } from '@mantine/core';

/** The first letters of a person's names, else of the username. */
function initials(username: string, fullName: string): string {
  const words = (fullName.trim() || username).split(/[\s-]+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A person's picture; the name stands beside it in words, so it says nothing itself. */
export function Person({
  username,
  fullName = '',
  size = 28,
}: {
  username: string;
  fullName?: string;
  size?: number;
}) {
  return (
    <Avatar size={size} radius="xl" aria-hidden>
      {initials(username, fullName)}
    </Avatar>
  );
}
