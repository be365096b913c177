import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeRouter } from './routes';
import { Session } from './session';

// The server answers 200 for these paths and 404 for any other.
test('pages.txt names the pages of the router, for the server', () => {
  const named = readFileSync('pages.txt', 'utf8').trim().split('\n');
  const paths = Object.keys(makeRouter(new Session()).routesByPath);
  expect(named).toEqual(paths.sort());
});
