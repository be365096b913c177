import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import type { Scope } from '../../gql/graphql';
import { curlExample, fetchExample, followFor, queryFor, socketExample } from './examples';
import { areas } from './scopes';

const scopes = areas.flatMap(({ read, write }): Scope[] => (write ? [read, write] : [read]));
const example = { origin: 'https://portico.example', secret: 'ptk_abc', query: '{ viewer { username } }' };

test('what is asked fits the schema, for every scope alone', () => {
  const folder = '../graph/schema';
  const schema = buildSchema(
    readdirSync(folder)
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n'),
  );
  for (const scope of scopes) {
    expect(validate(schema, parse(queryFor([scope]))), scope).toEqual([]);
    expect(validate(schema, parse(followFor([scope]))), scope).toEqual([]);
  }
});

test('follows the timeline only where the token may', () => {
  expect(followFor(['TIMELINE_READ'])).toMatch(/^subscription/);
  expect(followFor(['KEYS_READ'])).toBe(queryFor(['KEYS_READ']));
});

test('examples are whole: address, secret and query', () => {
  expect(curlExample(example)).toBe(
    [
      'curl https://portico.example/graphql \\',
      "  -H 'Authorization: Bearer ptk_abc' \\",
      "  -H 'Content-Type: application/json' \\",
      `  -d '{"query":"{ viewer { username } }"}'`,
    ].join('\n'),
  );
  expect(fetchExample(example)).toContain("Authorization: 'Bearer ptk_abc'");
  expect(socketExample(example)).toContain("url: 'wss://portico.example/graphql'");
  expect(socketExample(example)).toContain("connectionParams: { Authorization: 'Bearer ptk_abc' }");
});
