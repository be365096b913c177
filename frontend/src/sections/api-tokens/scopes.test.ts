import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { expect, test } from 'vitest';
import type { Scope } from '../../gql/graphql';
import {
  type Area,
  type AreaScopes,
  areas,
  granted,
  isConfinable,
  levelOf,
  levels,
  reachOf,
  scopesAt,
  scopesOf,
  scopesOfPreset,
  withLevel,
} from './scopes';

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

const areaOf = (name: Area) => areas.find(({ area }) => area === name) as AreaScopes;

test('who may write may read as well, and no other area changes', () => {
  const keys = areaOf('sshKeys');
  const scopes = withLevel(['APPS_READ', 'KEYS_READ'], keys, 'write');
  expect(scopes.toSorted()).toEqual(['APPS_READ', 'KEYS_READ', 'KEYS_WRITE']);
  expect(withLevel(scopes, keys, 'read')).toEqual(['APPS_READ', 'KEYS_READ']);
  expect(withLevel(scopes, keys, 'none')).toEqual(['APPS_READ']);
});

test('every level of every area is found again in its scopes', () => {
  for (const area of areas) {
    for (const level of levels.filter((one) => scopesAt(area, one))) {
      expect(levelOf(withLevel(['PROFILE_READ'], area, level), area)).toBe(level);
    }
  }
  expect(scopesAt(areaOf('timeline'), 'write')).toBeUndefined();
  expect(scopesAt(areaOf('sandbox'), 'read')).toBeUndefined();
});

test('presets grant what their names say, in the areas that are shown', () => {
  const shown = areas.filter(({ area }) => area !== 'sandbox');
  expect(scopesOfPreset('read', shown).filter((scope) => !scope.endsWith('_READ'))).toEqual([]);
  expect(scopesOfPreset('read', areas)).not.toContain('SANDBOX');
  expect(scopesOfPreset('apps', areas)).toEqual(['APPS_READ', 'APPS_WRITE', 'TIMELINE_READ']);
  expect(scopesOfPreset('full', shown).toSorted()).toEqual(shown.flatMap(scopesOf).toSorted());
  expect(scopesOfPreset('full', areas)).toContain('SANDBOX');
  expect(scopesOfPreset('none', areas)).toEqual([]);
});
