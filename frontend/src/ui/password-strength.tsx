import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';

export type Strength = 'short' | 'guessable' | 'fine' | 'strong';

/** Names and addresses in small letters, and their pieces: the longest first. */
function piecesOf(names: readonly string[]): string[] {
  const whole = [...names, 'portico'].map((name) => name.trim().toLowerCase());
  return [...whole, ...whole.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))]
    .filter((piece) => piece.length >= 3)
    .sort((one, other) => other.length - one.length);
}

/**
 * What one knows of somebody is guessed first: the names they go by, their address,
 * and whose site this is. What is left without them must be a password by itself.
 */
function isGuessable(password: string, names: readonly string[]): boolean {
  const lower = password.toLowerCase();
  const rest = piecesOf(names).reduce((left, piece) => left.replaceAll(piece, ''), lower);
  return rest !== lower && [...rest.replace(/[^\p{L}\p{N}]/gu, '')].length < 8;
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
  /** Username and email, as far as they are known. */
  names?: readonly string[];
  /** How many characters are asked for. */
  least?: number;
};

/** Says in words how good the password is that is being typed. */
export function PasswordStrength({ password, names = [], least = 15 }: PasswordStrengthProps) {
  const { t } = useLingui();
  const words = {
    short: t`Too short. Use at least ${least} characters.`,
    guessable: t`Too easy to guess. Avoid your name, email and “portico”.`,
    fine: t`Good`,
    strong: t`Strong`,
  };
  return (
    <Text size="xs" c="dimmed" role="status" mih="1.5em" mt={-8}>
      {password && words[strengthOf(password, names, least)]}
    </Text>
  );
}
