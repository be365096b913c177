import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reload } from './leave';
import { LoadError, loaded, reloadIfOutdated } from './load';

vi.mock('./leave', () => ({ reload: vi.fn() }));

const fetchMock = vi.fn();
const serves = (build: string) =>
  fetchMock.mockImplementation(async () => new Response(`<script type="module" src="${build}"></script>`));

beforeEach(() => {
  sessionStorage.clear();
  vi.mocked(reload).mockClear();
  vi.stubGlobal('fetch', fetchMock);
  document.head.innerHTML = '<script type="module" src="/assets/index-old.js"></script>';
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.head.innerHTML = '';
});

test.each([
  'Failed to fetch dynamically imported module: /assets/x.js',
  'Unable to preload CSS for /assets/x.css',
  'Importing a module script failed.',
])('“%s” is a part that could not be loaded', async (message) => {
  await expect(loaded(() => Promise.reject(new TypeError(message)))).rejects.toBeInstanceOf(LoadError);
  expect(await loaded(async () => 1)).toBe(1);
});

describe('a tab that misses a part', () => {
  test('reloads once after a deployment, and never in a loop', async () => {
    serves('/assets/index-new.js');
    expect(await reloadIfOutdated()).toBe(true);
    expect(reload).toHaveBeenCalledOnce();
    // Back with the old build, from another server: what was tried is not tried again.
    expect(await reloadIfOutdated()).toBe(false);
    expect(reload).toHaveBeenCalledOnce();
    // A later deployment finds the new build running.
    document.head.innerHTML = '<script type="module" src="/assets/index-new.js"></script>';
    serves('/assets/index-newer.js');
    expect(await reloadIfOutdated()).toBe(true);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  test.each<[string, () => void]>([
    ['the build is the same', () => serves('/assets/index-old.js')],
    ['there is no network', () => fetchMock.mockRejectedValue(new TypeError('Failed to fetch'))],
    ['the server is down', () => fetchMock.mockResolvedValue(new Response('', { status: 503 }))],
  ])('does not reload where %s', async (_, answer) => {
    answer();
    expect(await reloadIfOutdated()).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });

  test('does not reload where it could not remember that it did', async () => {
    serves('/assets/index-new.js');
    vi.stubGlobal('sessionStorage', null);
    expect(await reloadIfOutdated()).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});
