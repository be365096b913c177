/** How good a password is, in steps that have a word each. */
export type Strength =
  | { step: 'empty' | 'guessable' | 'fair' | 'good' | 'strong' }
  | { step: 'short'; missing: number };

/** Runs of one character, and texts that repeat a short piece, count once. */
function weightOf(password: string): number {
  const whole = /^(.{1,6}?)\1+$/u.exec(password)?.[1];
  if (whole) return [...whole].length;
  return [...password.replace(/(.)\1{2,}/gu, '$1$1')].length;
}

/** Names that whoever guesses tries first: one's own and the product's. */
function isMadeOf(password: string, names: readonly string[]): boolean {
  const text = password.toLowerCase();
  return names.some((name) => {
    const known = name.toLowerCase();
    const rest = known.length >= 3 ? text.replaceAll(known, '') : text;
    return rest !== text && rest.length < 8;
  });
}

/**
 * A hint while one types; the server decides. It is length that counts: no sort
 * of character is asked for.
 */
export function strengthOf(password: string, least: number, names: readonly string[]): Strength {
  const length = [...password].length;
  if (length === 0) return { step: 'empty' };
  if (length < least) return { step: 'short', missing: least - length };
  const weight = weightOf(password);
  if (weight < 8 || isMadeOf(password, [...names, 'portico'])) return { step: 'guessable' };
  if (weight < 15) return { step: 'fair' };
  return { step: weight < 22 ? 'good' : 'strong' };
}
