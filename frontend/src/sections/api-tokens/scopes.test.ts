import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import type { Scope } from '../../gql/graphql';
import { areas, granted, isConfinable, reachOf, scopesOf, toggled } from './scopes';

test('says how far scopes reach, area by area', () => {
  expect(reachOf(['APPS_WRITE', 'KEYS_READ', 'KEYS_WRITE', 'TIMELINE_READ'])).toEqual([
    { area: 'sshKeys', reach: 'both' },
    { area: 'apps', reach: 'write' },
    { area: 'timeline', reach: 'read' },
  ]);
});

function scopesOfTheApi() {
  const folder = '../graph/schema';
  const files = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const scope = buildSchema(files.join('\n')).getType('Scope');
  return isEnumType(scope) ? scope.getValues() : [];
}

test('every scope of the API belongs to one area', () => {
  const shown = areas.flatMap(scopesOf);
  expect(shown.toSorted()).toEqual(
    scopesOfTheApi()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('R52: the scopes that a limited token can have are those of the API', () => {
  for (const { name, description } of scopesOfTheApi()) {
    const limited = description?.includes('Not available to tokens confined to apps.') ?? false;
    expect([name, isConfinable(name as Scope)]).toEqual([name, !limited]);
  }
  expect(granted(['KEYS_WRITE', 'APPS_READ'], ['shop'])).toEqual(['APPS_READ']);
  expect(granted(['KEYS_WRITE', 'APPS_READ'], [])).toEqual(['KEYS_WRITE', 'APPS_READ']);
});

test('a second click takes a scope away', () => {
  expect(toggled(toggled([], 'APPS_READ'), 'APPS_READ')).toEqual([]);
});
