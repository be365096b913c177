import { createGraphiQLFetcher, type Fetcher, type FetcherOpts } from '@graphiql/toolkit';
import { type Client, createClient } from 'graphql-ws';
import { pageAccount } from '../src/lib/page-account';

/** Whom this page was loaded for. Another account may sign in with another tab meanwhile. */
const account = fetch('/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ viewer { id } }' }),
})
  .then((response) => response.json())
  .then(({ data }) => pageAccount(data?.viewer?.id))
  .catch(() => ({}));

/** Sockets by the headers typed in the editor, which go along as the connection's parameters. */
const sockets = new Map<string, Client>();

function socketWith(headers: FetcherOpts['headers'] = {}): Client {
  const key = JSON.stringify(headers);
  const known = sockets.get(key);
  if (known) return known;
  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: async () => ({ ...(await account), ...headers }),
    shouldRetry: (cause) => !(cause instanceof CloseEvent && cause.code === 4403),
  });
  sockets.set(key, socket);
  return socket;
}

/** Queries and mutations over HTTP, subscriptions over a WebSocket; both with the session's cookie. */
export const fetcher: Fetcher = async (params, options) =>
  createGraphiQLFetcher({
    url: '/graphql',
    headers: await account,
    wsClient: socketWith(options?.headers),
    enableIncrementalDelivery: false,
  })(params, options);
