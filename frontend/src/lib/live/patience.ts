import type { ClientOptions } from 'graphql-ws';

const shortest = 500;
const longest = 30_000;

/** Half to the whole of 0.5, 1, 2 … 30 s: jitter keeps a crowd from coming back at once. */
export function delayAfter(failures: number, random = Math.random()): number {
  const whole = Math.min(longest, shortest * 2 ** failures);
  return whole * (0.5 + random / 2);
}

/** Waits longer after each failure, and no longer than until the device is online again. */
export function patientWait(failures: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, delayAfter(failures));
    globalThis.addEventListener?.('online', done);
    signal?.addEventListener('abort', done);
  });
}

/**
 * Options for `createClient` under which a socket comes back by itself. 4403 is
 * final here, which graphql-ws takes for passing; a failed connection is a bare
 * event without a code, which it takes for final. The keep-alive finds a dead
 * connection that the network never reported (see `watchConnection`).
 */
export const patience = {
  retryAttempts: Number.POSITIVE_INFINITY,
  retryWait: (retries: number) => patientWait(retries),
  shouldRetry: (cause: unknown) =>
    !(typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 4403),
  keepAlive: 12_000,
} satisfies Partial<ClientOptions>;
