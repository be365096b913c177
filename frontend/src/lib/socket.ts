import { type Client, createClient } from 'graphql-ws';
import { closeOf } from './live/closing';
import { type Connection, watchConnection } from './live/connection';
import { patience } from './live/patience';

export type Socket = { client: Client; connection: Connection };

/** Not signed in any more, or not allowed. */
const signedOutCodes = [4401, 4403];

/** One lazy socket for all that is followed; it comes back by itself after a cut. */
export function openSocket(onSignedOut: () => void, url = socketUrl()): Socket {
  const client = createClient({ ...patience, url, lazy: true, lazyCloseTimeout: 3_000 });
  client.on('closed', (event) => {
    if (signedOutCodes.includes(closeOf(event)?.code ?? 0)) onSignedOut();
  });
  return { client, connection: watchConnection(client) };
}

function socketUrl(): string {
  return `${location.origin.replace(/^http/, 'ws')}/graphql`;
}
