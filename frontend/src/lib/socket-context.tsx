import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { ConnectionState } from './live/connection';
import type { Socket } from './socket';

export const SocketContext = createContext<Socket | null>(null);

/** The page's one socket; its `client` is a stock graphql-ws client. */
export function useSocket(): Socket {
  const socket = use(SocketContext);
  if (!socket) throw new Error('useSocket: no socket above');
  return socket;
}

/** How the page stands to the server, now. */
export function useConnectionState(): ConnectionState {
  const { connection } = useSocket();
  return useSyncExternalStore(connection.subscribe, connection.getSnapshot);
}

/** Calls back whenever the socket is connected, the first time or again. */
export function useReached(onReached: () => void) {
  const connection = use(SocketContext)?.connection;
  const reached = useEffectEvent(onReached);
  useEffect(
    () => connection?.subscribe(() => connection.getSnapshot() === 'connected' && reached()),
    [connection],
  );
}
