import { useLingui } from '@lingui/react/macro';
import { type MantineColorScheme, Menu } from '@mantine/core';
import { type Locale, languages } from '../lib/i18n';
import type { Looks } from './looks';
import classes from './looks-items.module.css';

/** Theme and language as items of a menu. */
export function LooksItems({ looks }: { looks: Looks }) {
  const { t } = useLingui();
  return (
    <>
      <Menu.Label>{t`Theme`}</Menu.Label>
      <Menu.RadioGroup
        value={looks.scheme}
        onChange={(value) => looks.setScheme(value as MantineColorScheme)}
      >
        <div className={classes.segments}>
          <Menu.RadioItem value="light">{t`Light`}</Menu.RadioItem>
          <Menu.RadioItem value="dark">{t`Dark`}</Menu.RadioItem>
          <Menu.RadioItem value="auto">{t`System`}</Menu.RadioItem>
        </div>
      </Menu.RadioGroup>
      <Menu.Label>{t`Language`}</Menu.Label>
      <Menu.RadioGroup value={looks.locale} onChange={(value) => looks.setLocale(value as Locale)}>
        {Object.entries(languages).map(([locale, name]) => (
          <Menu.RadioItem key={locale} value={locale} lang={locale}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
