import type { Scope } from '../../gql/graphql';

/** What a token of each of these scopes can ask, the most telling first. */
const queries: readonly (readonly [Scope, string])[] = [
  ['PROFILE_READ', '{ viewer { username } }'],
  ['APPS_READ', '{ viewer { apps(first: 5) { edges { node { name } } } } }'],
  ['KEYS_READ', '{ viewer { sshKeys(first: 5) { edges { node { name } } } } }'],
  ['TOKENS_READ', '{ viewer { apiTokens(first: 5) { edges { node { name } } } } }'],
  ['TIMELINE_READ', '{ viewer { timeline(first: 5) { edges { node { summary } } } } }'],
];

/** A query that a token of these scopes may ask. */
export function queryFor(scopes: readonly Scope[]): string {
  return queries.find(([scope]) => scopes.includes(scope))?.[1] ?? '{ serverInfo { version } }';
}

/** What a token of these scopes may ask over a socket: its timeline, live, where it may follow that. */
export function followFor(scopes: readonly Scope[]): string {
  if (!scopes.includes('TIMELINE_READ')) return queryFor(scopes);
  return 'subscription { timeline { ... on TimelineEdge { node { summary } } } }';
}

export type Example = { origin: string; secret: string; query: string };

export function curlExample({ origin, secret, query }: Example): string {
  return `curl ${origin}/graphql \\
  -H 'Authorization: Bearer ${secret}' \\
  -H 'Content-Type: application/json' \\
  -d '${JSON.stringify({ query })}'`;
}

export function fetchExample({ origin, secret, query }: Example): string {
  return `const response = await fetch('${origin}/graphql', {
  method: 'POST',
  headers: {
    Authorization: 'Bearer ${secret}',
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({ query: '${query}' }),
});
console.log(await response.json());`;
}

export function socketExample({ origin, secret, query }: Example): string {
  return `import { createClient } from 'graphql-ws';

const client = createClient({
  url: '${origin.replace(/^http/, 'ws')}/graphql',
  connectionParams: { Authorization: 'Bearer ${secret}' },
});
const results = client.iterate({ query: '${query}' });
for await (const { data } of results) console.log(data);`;
}
