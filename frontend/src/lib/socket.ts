import { type Client, createClient } from 'graphql-ws';
import { closeOf } from './live/closing';
import { type Connection, watchConnection } from './live/connection';
import { patience } from './live/patience';
import { pageAccount } from './page-account';

export type Socket = { client: Client; connection: Connection };

type SocketOptions = {
  /** The server doesn't accept this page's session, or not anymore. */
  onRefused: () => void;
  /** The id of the account that the page was loaded for. */
  account: () => string | undefined;
};

/** Not signed in any more, or not allowed. */
const refusedCodes = [4401, 4403];

/** One lazy socket for all that is followed; it comes back by itself after a cut. */
export function openSocket({ onRefused, account }: SocketOptions, url = socketUrl()): Socket {
  const client = createClient({
    ...patience,
    url,
    lazy: true,
    lazyCloseTimeout: 3_000,
    connectionParams: () => pageAccount(account()),
  });
  client.on('closed', (event) => {
    if (refusedCodes.includes(closeOf(event)?.code ?? 0)) onRefused();
  });
  return { client, connection: watchConnection(client) };
}

function socketUrl(): string {
  return `${location.origin.replace(/^http/, 'ws')}/graphql`;
}
