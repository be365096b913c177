import { createGraphiQLFetcher, type Fetcher, type FetcherOpts } from '@graphiql/toolkit';
import { type Client, createClient } from 'graphql-ws';

/** Sockets by the headers typed in the editor, which go along as the connection's parameters. */
const sockets = new Map<string, Client>();

function socketWith(headers: FetcherOpts['headers'] = {}): Client {
  const key = JSON.stringify(headers);
  const known = sockets.get(key);
  if (known) return known;
  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: headers,
    shouldRetry: (cause) => !(cause instanceof CloseEvent && cause.code === 4403),
  });
  sockets.set(key, socket);
  return socket;
}

/** Queries and mutations over HTTP, subscriptions over a WebSocket; both with the session's cookie. */
export const fetcher: Fetcher = (params, options) =>
  createGraphiQLFetcher({
    url: '/graphql',
    wsClient: socketWith(options?.headers),
    enableIncrementalDelivery: false,
  })(params, options);
