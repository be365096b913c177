// npm's subscriptions-transport-ws, the client of the older protocol: each kind of operation,
// keep-alives, and a reconnection that loses nothing.
import assert from 'node:assert/strict';
import transport from 'subscriptions-transport-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const control = (path) => fetch(`${url}/${path}`, { method: 'POST' });
const client = new transport.SubscriptionClient(
  url.replace('http', 'ws'),
  { reconnect: true, connectionParams: { token: 't' } },
  WebSocket,
);
let disconnects = 0;
client.onDisconnected(() => disconnects++);

function all(query, variables) {
  return new Promise((resolve, reject) => {
    const results = [];
    client.request({ query, variables }).subscribe({
      next: (result) => results.push(result),
      error: reject,
      complete: () => resolve(results),
    });
  });
}

async function fails(query) {
  return await all(query).then(
    () => assert.fail(`${query} did not fail`),
    (error) => error,
  );
}

const seen = [];
let last = 0;
let arrived = () => {};
const subscription = client
  .request({
    query: 'subscription ($after: Int) { events(after: $after) { seq } }',
    variables: {
      get after() {
        return last;
      },
    },
  })
  .subscribe({
    next({ data }) {
      last = data.events.seq;
      seen.push(last);
      arrived();
    },
    error: (error) => assert.fail(JSON.stringify(error)),
  });
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
assert.equal((await fails('{ nothing }')).extensions.code, 'GRAPHQL_VALIDATION_FAILED');
assert.equal((await fails('subscription { refused }')).message, 'the source was refused');
assert.equal((await fails('subscription { ends }')).message, 'the app is gone');
assert.equal((await fails('{ panic }')).extensions.code, 'INTERNAL');
assert.equal(disconnects, 0, 'the connection was closed');

await control('kick');
await control('publish?n=3');
await until(6);
assert.equal(disconnects, 1);
assert.deepEqual(seen, [1, 2, 3, 4, 5, 6]);
subscription.unsubscribe();
client.close();
console.log('ok');
