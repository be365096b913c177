import { redirect } from '@tanstack/react-router';

/** The secret of the link that was followed, and its page. In memory only. */
let held: { path: string; token: string } | undefined;

/**
 * Takes an emailed secret out of the address bar, before anything is shown, so that
 * it stays in no history and is on no screen. Answers with the one that was taken.
 */
export function takeToken(path: string, hash: string): { token: string | undefined } {
  if (hash) {
    held = { path, token: hash };
    throw redirect({ to: path, replace: true } as never);
  }
  return { token: held?.path === path ? held.token : undefined };
}

/** Forgets the secret: it was used. */
export function dropToken() {
  held = undefined;
}
