import { createContext, use, useSyncExternalStore } from 'react';
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
