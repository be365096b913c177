import { afterEach, describe, expect, test, vi } from 'vitest';
import { deviceLocale } from './i18n';
import { deviceStorage, isSiteDataBlocked, tabStorage } from './storage';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('keeps what it is given', () => {
  expect(deviceStorage.get('a')).toBeNull();
  expect(deviceStorage.set('a', '1')).toBe(true);
  expect(deviceStorage.get('a')).toBe('1');
  expect(tabStorage.get('a')).toBeNull();
  expect(isSiteDataBlocked()).toBe(false);
});

const refuse = () => {
  throw new DOMException('no', 'SecurityError');
};

/** What browsers make of a storage that they do not give. */
const withheld: [string, () => void][] = [
  ['throws', () => Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse })],
  ['is null', () => vi.stubGlobal('localStorage', null)],
  ['is missing', () => vi.stubGlobal('localStorage', undefined)],
  ['is full', () => vi.stubGlobal('localStorage', { getItem: () => null, setItem: refuse })],
];

describe.each(withheld)('storage that %s', (what, withhold) => {
  const kept = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  afterEach(() => kept && Object.defineProperty(globalThis, 'localStorage', kept));

  test('keeps nothing and breaks nothing', () => {
    withhold();
    expect(deviceStorage.set('a', '1')).toBe(false);
    expect(deviceStorage.get('a')).toBeNull();
    expect(deviceLocale()).toBe('en');
    // A missing storage is no blocked one: an embedded browser without it may keep cookies.
    expect(isSiteDataBlocked()).toBe(what === 'throws');
  });
});
