import { i18n } from '@lingui/core';
import type { Language } from '../gql/graphql';
import { loaded } from './load';
import { deviceStorage } from './storage';

/** The languages of the interface, each named in itself. */
export const languages = { en: 'English', fr: 'Français' } as const;

export type Locale = keyof typeof languages;

type Messages = Record<string, string>;

// English stands in the code, with each message: it is what the page falls back to.
const catalogs: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: async () => ({ messages: {} }),
  fr: () => import('../locales/fr'),
};
const storageKey = 'portico-language';

function isLocale(value: string | null | undefined): value is Locale {
  return value != null && Object.hasOwn(languages, value);
}

/** What this device showed last, else the first of the browser's languages that we speak. */
export function deviceLocale(): Locale {
  const stored = deviceStorage.get(storageKey);
  if (isLocale(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLocale) ?? 'en';
}

export function localeOf(language: Language): Locale {
  return language === 'FR' ? 'fr' : 'en';
}

export function languageOf(locale: Locale): Language {
  return locale === 'fr' ? 'FR' : 'EN';
}

function show(locale: Locale, messages: Messages = {}) {
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

/** Shows the whole interface in this language, without a reload. */
export async function activate(locale: Locale): Promise<void> {
  const { messages } = await loaded(catalogs[locale]);
  show(locale, messages);
  deviceStorage.set(storageKey, locale);
}

/**
 * Shows the first page in this device's language; in English if its catalog can't be
 * loaded. The device keeps its language, so that the next visit tries it again.
 */
export async function activateDeviceLocale(): Promise<void> {
  await activate(deviceLocale()).catch(() => show('en'));
}

/** The language that is shown now. */
export function currentLocale(): Locale {
  return isLocale(i18n.locale) ? i18n.locale : 'en';
}
