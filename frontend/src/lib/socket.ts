import { type Client, createClient } from 'graphql-ws';

/** How the page stands to the server. `idle`: nothing is followed, so there is no socket. */
export type ConnectionState = 'idle' | 'connected' | 'reconnecting' | 'offline';

/** A close that ends it: not signed in any more, or not allowed. */
const unauthenticated = 4401;
const forbidden = 4403;

export type Socket = {
  client: Client;
  /** For `useSyncExternalStore`. */
  subscribe: (listener: () => void) => () => void;
  state: () => ConnectionState;
  dispose: () => void;
};

export type SocketOptions = {
  /** The session behind the socket was ended elsewhere. */
  onSignedOut: () => void;
  url?: string;
};

function closeCode(event: unknown): number | undefined {
  return typeof event === 'object' && event !== null && 'code' in event ? Number(event.code) : undefined;
}

/** One lazy socket for all that is followed; it comes back by itself after a cut. */
export function openSocket({ onSignedOut, url }: SocketOptions): Socket {
  const listeners = new Set<() => void>();
  let live: 'idle' | 'connected' | 'reconnecting' = 'idle';
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const become = (next: typeof live) => {
    live = next;
    tell();
  };
  const client = createClient({
    url: url ?? `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    lazyCloseTimeout: 3_000,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => ![unauthenticated, forbidden].includes(closeCode(event) ?? 0),
    retryWait: (tries) => retryWait(tries),
    on: {
      connected: () => become('connected'),
      closed: (event) => {
        const code = closeCode(event);
        if (code === unauthenticated || code === forbidden) {
          become('idle');
          onSignedOut();
        } else become(code === 1000 ? 'idle' : 'reconnecting');
      },
    },
  });
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return {
    client,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => (navigator.onLine ? live : 'offline'),
    dispose: () => {
      removeEventListener('online', tell);
      removeEventListener('offline', tell);
      void client.dispose();
    },
  };
}

/** 0.5, 1, 2 … 20 s, each with up to half of it added so that all do not come back at once; at once when the network is back. */
function retryWait(tries: number): Promise<void> {
  const wait = Math.min(500 * 2 ** tries, 20_000) * (1 + Math.random() / 2);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, wait);
    addEventListener('online', done);
  });
}
