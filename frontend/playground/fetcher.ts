import { createGraphiQLFetcher, type Fetcher, type FetcherOpts } from '@graphiql/toolkit';
import { type Client, createClient } from 'graphql-ws';
import { pageAccount } from '../src/lib/page-account';

async function ask(): Promise<Record<string, string>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { id } }' }),
  });
  const { data } = await response.json();
  return pageAccount(data?.viewer?.id);
}

let asked: Promise<Record<string, string>> | undefined;

/** Whom this page was first used by. Another account may sign in with another tab meanwhile. */
function account() {
  asked ??= ask().catch(() => ({}));
  return asked;
}

/** Sockets by the headers typed in the editor, which go along as the connection's parameters. */
const sockets = new Map<string, Client>();

function socketWith(headers: FetcherOpts['headers'] = {}): Client {
  const key = JSON.stringify(headers);
  const known = sockets.get(key);
  if (known) return known;
  const socket = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: async () => ({ ...(await account()), ...headers }),
    shouldRetry: (cause) => !(cause instanceof CloseEvent && cause.code === 4403),
  });
  sockets.set(key, socket);
  return socket;
}

/** Queries and mutations over HTTP, subscriptions over a WebSocket; both with the session's cookie. */
export const fetcher: Fetcher = async (params, options) =>
  createGraphiQLFetcher({
    url: '/graphql',
    headers: await account(),
    wsClient: socketWith(options?.headers),
    enableIncrementalDelivery: false,
  })(params, options);
