import type { Client } from 'graphql-ws';
import { closeOf, isFatal } from './closing';

/**
 * How the socket is. `idle`: nothing needs it. `connecting`: the first time.
 * `reconnecting`: it broke and is being tried again. `offline`: the device has
 * no network, the tries have failed for a while, or the server wants no more.
 */
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'offline';

/** A store in the shape of React's `useSyncExternalStore`. */
export interface Connection {
  getSnapshot(): ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Something came over the socket, so it is open: for a client that was connected before anybody watched. */
  heard(): void;
}

export interface Limits {
  /** Milliseconds without a connection after which it counts as offline. */
  readonly offlineAfter: number;
  /** Milliseconds in which a ping wants its pong before the socket is given up. */
  readonly pongWithin: number;
}

const usual: Limits = { offlineAfter: 10_000, pongWithin: 5_000 };
const watched = new WeakMap<Client, Connection>();

/** The connection of a client; one store per client. Call it right after `createClient`. */
export function watchConnection(client: Client, limits = usual): Connection {
  const known = watched.get(client);
  if (known) return known;
  const connection = watch(client, limits);
  watched.set(client, connection);
  return connection;
}

function watch(client: Client, limits: Limits): Connection {
  const listeners = new Set<() => void>();
  let link: ConnectionState = 'idle';
  let shown: ConnectionState = 'idle';
  let online = globalThis.navigator?.onLine ?? true;
  let pong: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const show = () => {
    const next = !online && link !== 'idle' ? 'offline' : link;
    if (next === shown) return;
    shown = next;
    for (const listener of [...listeners]) listener();
  };
  const become = (next: ConnectionState) => {
    link = next;
    if (next === 'connected' || next === 'idle') {
      clearTimeout(patience);
      patience = undefined;
    }
    show();
  };
  const broke = () => {
    if (link === 'offline') return;
    patience ??= setTimeout(() => become('offline'), limits.offlineAfter);
    become('reconnecting');
  };

  client.on('connecting', () => {
    if (link === 'idle') become('connecting');
  });
  client.on('connected', () => become('connected'));
  client.on('error', broke);
  client.on('closed', (event) => {
    clearTimeout(pong);
    const code = closeOf(event)?.code ?? 0;
    if (code === 1000) become('idle');
    else if (isFatal(code)) become('offline');
    else broke();
  });
  client.on('ping', (received) => {
    if (!received) pong = setTimeout(client.terminate, limits.pongWithin);
  });
  client.on('pong', (received) => {
    if (received) clearTimeout(pong);
  });
  for (const event of ['online', 'offline'] as const) {
    globalThis.addEventListener?.(event, () => {
      online = event === 'online';
      show();
    });
  }

  return {
    getSnapshot: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard: () => {
      if (link !== 'connected') become('connected');
    },
  };
}
