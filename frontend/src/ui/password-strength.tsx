import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';

export type Strength = 'short' | 'guessable' | 'fine' | 'strong';

/** What one knows of somebody is guessed first: the names they go by, their address, and whose site this is. */
function isGuessable(password: string, names: readonly string[]): boolean {
  const lower = password.toLowerCase();
  const parts = names.flatMap((name) => [name, ...name.split('@').slice(0, 1)]);
  return [...parts, 'portico'].some((part) => {
    const known = part.trim().toLowerCase();
    return known.length >= 3 && lower.includes(known);
  });
}

/** How hard a password is to guess, by its length in characters; the server has the last word. */
export function strengthOf(password: string, names: readonly string[], least = 15): Strength {
  // Characters, not UTF-16 units: an emoji counts once, as on the server.
  const length = [...password].length;
  if (length < least) return 'short';
  if (isGuessable(password, names)) return 'guessable';
  return length >= 20 ? 'strong' : 'fine';
}

type PasswordStrengthProps = {
  password: string;
  /** User name and mail address, as far as they are known. */
  names?: readonly string[];
  /** How many characters are asked for. */
  least?: number;
};

/** Says in words how good the password is that is being typed. */
export function PasswordStrength({ password, names = [], least = 15 }: PasswordStrengthProps) {
  const { t } = useLingui();
  const words = {
    short: t`Too short: it takes ${least} characters.`,
    guessable: t`Guessable: it has your name, your address or “portico” in it.`,
    fine: t`Fine.`,
    strong: t`Strong.`,
  };
  return (
    <Text size="xs" c="dimmed" role="status" mih="1.5em" mt={-8}>
      {password && words[strengthOf(password, names, least)]}
    </Text>
  );
}
