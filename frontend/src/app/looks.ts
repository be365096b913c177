import { useLingui } from '@lingui/react/macro';
import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { activate, currentLocale, type Locale, languageOf, localeOf } from '../lib/i18n';
import type { Viewer } from '../lib/viewer';
import { usePreference } from '../sections/profile/update-profile';
import { colorSchemeOf, themeOf } from '../ui/theme';
import { tellNotLoaded } from './part';

export type Looks = {
  scheme: MantineColorScheme;
  setScheme: (scheme: MantineColorScheme) => void;
  locale: Locale;
  setLocale: (locale: Locale) => void;
};

const show = (locale: Locale) => void activate(locale).catch(tellNotLoaded);

/** Theme and language of somebody who is not signed in: the device's. */
export function useDeviceLooks(): Looks {
  const { i18n } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return {
    scheme: colorScheme,
    setScheme: setColorScheme,
    locale: i18n.locale as Locale,
    setLocale: show,
  };
}

/** Theme and language of an account: they win over the device's, which remembers them for the next visit. */
export function useAccountLooks(viewer: Viewer): Looks {
  const { t } = useLingui();
  const save = usePreference();
  return {
    scheme: colorSchemeOf(viewer.theme),
    setScheme: (scheme) => void save(t`the theme`, { theme: themeOf(scheme) }),
    locale: localeOf(viewer.language),
    setLocale: (locale) => void save(t`the language`, { language: languageOf(locale) }),
  };
}

/** Shows the account's theme and language, and follows their change from wherever it comes. */
export function useApplyLooks({ theme, language }: Viewer) {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(colorSchemeOf(theme)), [theme, setColorScheme]);
  useEffect(() => {
    if (currentLocale() !== localeOf(language)) show(localeOf(language));
  }, [language]);
}
