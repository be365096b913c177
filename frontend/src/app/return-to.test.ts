import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { pathOf, returnTo, signInSearch } from './return-to';
import { pages } from './sections';

describe('returning after sign-in', () => {
  test.each(['/apps/my-app', ...pages.map(({ to }) => to)])('comes back to %s', (path) => {
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

/** Numbers that look random and are the same each time (mulberry32). */
function numbers(seed: number) {
  return (below: number) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

describe('whatever is given', () => {
  const parts =
    '/ // \\ : @ . .. ? # %2f %5c %00 \t \u2044 \uff0f $name - https: javascript: data: evil.example localhost apps app my-app profile APPS __proto__'.split(
      ' ',
    );

  test('R28: one comes to a page of ours, and nowhere else', () => {
    const next = numbers(7);
    const text = () => Array.from({ length: next(6) }, () => parts[next(parts.length)]).join('');
    const astray: string[] = [];
    for (let i = 0; i < 20_000; i++) {
      const given = { next: i % 3 ? text() : 'app', app: text() };
      for (const path of [pathOf(v.parse(signInSearch, given)), pathOf(returnTo(text()))]) {
        const ours = /^\/[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)?$/.test(path);
        if (!ours || new URL(path, 'https://portico.example').origin !== 'https://portico.example')
          astray.push(`${JSON.stringify(given)}: ${path}`);
      }
    }
    expect(astray).toEqual([]);
  });
});
