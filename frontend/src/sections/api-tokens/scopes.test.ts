import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { areas, reachOf, toggled } from './scopes';

test('says how far scopes reach, area by area', () => {
  expect(reachOf(['APPS_WRITE', 'KEYS_READ', 'KEYS_WRITE', 'TIMELINE_READ'])).toEqual([
    { area: 'sshKeys', reach: 'both' },
    { area: 'apps', reach: 'write' },
    { area: 'timeline', reach: 'read' },
  ]);
});

test('every scope of the API belongs to one area', () => {
  const folder = '../graph/schema';
  const files = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const scope = buildSchema(files.join('\n')).getType('Scope');
  const named = isEnumType(scope) ? scope.getValues().map(({ name }) => name) : [];
  const shown = areas.flatMap(({ read, write }) => (write ? [read, write] : [read]));
  expect(shown.toSorted()).toEqual(named.toSorted());
});

test('a second click takes a scope away', () => {
  expect(toggled(toggled([], 'APPS_READ'), 'APPS_READ')).toEqual([]);
});
