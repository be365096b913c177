import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { pathOf, returnTo, signInSearch } from './return-to';

describe('returning after sign-in', () => {
  test.each([
    '/profile',
    '/ssh-keys',
    '/api-tokens',
    '/apps',
    '/timeline',
    '/authentication',
    '/apps/my-app',
  ])('comes back to %s', (path) => {
    expect(pathOf(returnTo(path))).toBe(path);
  });

  test('comes to the apps where no page is named', () => {
    expect(pathOf({})).toBe('/apps');
    expect(returnTo('/nowhere')).toEqual({});
  });

  test.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '/profile', '__proto__'])(
    'R28: %s is no name of a page',
    (next) => {
      expect(pathOf(v.parse(signInSearch, { next }))).toBe('/apps');
    },
  );

  test.each(['../../evil', 'a/b', '//evil.example', 'x?y'])('R28: %s is no name of an app', (app) => {
    expect(pathOf(v.parse(signInSearch, { next: 'app', app }))).toBe('/apps');
  });
});
