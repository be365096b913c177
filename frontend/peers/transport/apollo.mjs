// npm's @apollo/client with persisted queries: it sends a hash, is told that the server has none, and goes on with documents.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const socket = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

async function works(name, transport, options) {
  const sent = [];
  const spy = new ApolloLink((operation, forward) => {
    sent.push(operation.getContext().http?.includeQuery);
    return forward(operation);
  });
  const persisted = new PersistedQueryLink({ sha256, ...options });
  const client = new ApolloClient({ link: ApolloLink.from([persisted, spy, transport]), cache: new InMemoryCache() });
  for (const text of ['one', 'two']) {
    const { data } = await client.query({ query: gql`query Echo($text: String!) { echo(text: $text) }`, variables: { text } });
    assert.deepEqual(data, { echo: text }, name);
  }
  // The third operation does not try the hash again.
  assert.deepEqual(sent, [false, true, undefined], name);
}

await works('POST', new HttpLink({ uri: url }));
await works('GET', new HttpLink({ uri: url }), { useGETForHashedQueries: true });
await works('GET only', new HttpLink({ uri: url, useGETForQueries: true }));
await works('an older Accept', new HttpLink({ uri: url, headers: { accept: '*/*' } }));
const { data } = await new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() }).query({ query: gql`{ hello }` });
assert.deepEqual(data, { hello: 'world' });
await socket.dispose();
console.log('ok');
