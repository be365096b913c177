/** Close codes after which asking again gets the same answer. */
export const fatalCloseCodes = [4400, 4401, 4403, 4406, 4409, 4429] as const;
export type FatalCloseCode = (typeof fatalCloseCodes)[number];

export function isFatal(code: number): code is FatalCloseCode {
  return fatalCloseCodes.some((fatal) => fatal === code);
}

/** How a socket was closed, read from whatever a client reports as an error; undefined: it was no close. */
export function closeOf(cause: unknown): { code: number; reason: string } | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return;
  if (typeof cause.code !== 'number') return;
  const reason = 'reason' in cause ? String(cause.reason) : '';
  return { code: cause.code, reason };
}
