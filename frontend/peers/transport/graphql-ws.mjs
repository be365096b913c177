// npm's graphql-ws as its users have it: each kind of operation, and a reconnection that loses nothing.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const control = (path) => fetch(`${url}/${path}`, { method: 'POST' });
const closes = [];
const client = createClient({
  url: url.replace('http', 'ws'),
  webSocketImpl: WebSocket,
  connectionParams: { token: 't' },
  retryWait: async () => {},
  shouldRetry: () => true,
  on: { closed: (event) => closes.push(event.code) },
});

async function all(query, variables) {
  const results = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  return results;
}

async function fails(query) {
  return await all(query).then(
    () => assert.fail(`${query} did not fail`),
    (errors) => errors,
  );
}

// One subscription keeps the connection open from the first to the last.
const seen = [];
let last = 0;
let arrived = () => {};
const stop = client.subscribe(
  {
    query: 'subscription ($after: Int) { events(after: $after) { seq } }',
    variables: {
      get after() {
        return last;
      },
    },
  },
  {
    next({ data }) {
      last = data.events.seq;
      seen.push(last);
      arrived();
    },
    error: (error) => assert.fail(JSON.stringify(error)),
    complete() {},
  },
);
async function until(seq) {
  while (last < seq) await new Promise((resolve) => (arrived = resolve));
}

await control('publish?n=3');
await until(3);
assert.deepEqual(await all('{ hello }'), [{ data: { hello: 'world' } }]);
assert.deepEqual(await all('query ($t: String!) { echo(text: $t) }', { t: 'é😀' }), [{ data: { echo: 'é😀' } }]);
assert.deepEqual(await all('mutation { add(n: 2) }'), [{ data: { add: 2 } }]);
const [partial] = await all('{ fail hello }');
assert.equal(partial.errors[0].message, 'the field failed');
assert.equal(partial.data.hello, 'world');
assert.equal((await fails('{ nothing }'))[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
assert.equal((await fails('subscription { refused }'))[0].message, 'the source was refused');
assert.equal((await fails('subscription { ends }'))[0].message, 'the app is gone');
assert.equal((await fails('subscription { breaks }'))[0].extensions.code, 'INTERNAL');
assert.equal((await fails('{ panic }'))[0].extensions.code, 'INTERNAL');
assert.deepEqual(closes, [], 'the connection was closed');

await control('kick');
await control('publish?n=3');
await until(6);
assert.deepEqual(closes, [1012]);
assert.deepEqual(seen, [1, 2, 3, 4, 5, 6]);
stop();
await client.dispose();
console.log('ok');
