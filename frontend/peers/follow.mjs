// A stock graphql-ws client that follows a timeline and writes what it gets, a
// line of JSON each: {"ready":true} once subscribed, then the updates. When the
// server goes away it comes back and goes on after the last cursor it saw.
//
//   node follow.mjs URL ORIGIN COOKIE QUERY [APP] [AFTER]
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, origin, cookie, query, app, after] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

class Browserlike extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols, { origin, headers: { cookie } });
  }
}

const variables = { app: app || undefined, after: after || undefined };
const client = createClient({
  url,
  webSocketImpl: Browserlike,
  retryAttempts: Number.POSITIVE_INFINITY,
  retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
  shouldRetry: () => true,
  on: { message: ({ type }) => type === 'connection_ack' && say({ ready: true }) },
});
client.subscribe(
  { query, variables },
  {
    next({ data, errors }) {
      const update = data && Object.values(data)[0];
      if (update?.cursor) variables.after = update.cursor;
      say(errors ? { errors } : update);
    },
    error: (cause) => {
      say({ ended: Array.isArray(cause) ? cause.map((e) => e.extensions?.code) : String(cause.reason ?? cause) });
      process.exit(0);
    },
    complete: () => process.exit(0),
  },
);
