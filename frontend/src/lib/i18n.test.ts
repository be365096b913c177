import { i18n } from '@lingui/core';
import { beforeEach, expect, test, vi } from 'vitest';
import { activateDeviceLocale } from './i18n';

beforeEach(() => localStorage.setItem('portico-language', 'fr'));

test('the first page is in the language of the device', async () => {
  await activateDeviceLocale();
  expect(document.documentElement.lang).toBe('fr');
  expect(i18n.t({ id: 'dEgA5A', message: 'Cancel' })).toBe('Annuler');
});

test('the first page is in English if the catalog can’t be loaded, and the next visit tries again', async () => {
  vi.doMock('../locales/fr', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  vi.resetModules();
  const fresh = await import('./i18n');
  const { i18n: shown } = await import('@lingui/core');
  await fresh.activateDeviceLocale();
  expect(document.documentElement.lang).toBe('en');
  expect(shown.t({ id: 'dEgA5A', message: 'Cancel' })).toBe('Cancel');
  expect(localStorage.getItem('portico-language')).toBe('fr');
});
