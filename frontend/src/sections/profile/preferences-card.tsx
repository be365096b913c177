import { useLingui } from '@lingui/react/macro';
import { Input, SegmentedControl, Select, Stack, Switch } from '@mantine/core';
import { useId, useMemo } from 'react';
import type { Theme } from '../../gql/graphql';
import { deviceTimeZone, exactTime, shownTimeZone, timeZones } from '../../lib/dates';
import { type Locale, languageOf, languages, localeOf } from '../../lib/i18n';
import { SectionCard } from '../../ui/section-card';
import type { Profile } from './identity-card';
import { usePreference } from './update-profile';

type Save = ReturnType<typeof usePreference>;

function ThemeChoice({ theme, save }: { theme: Theme; save: Save }) {
  const { t } = useLingui();
  const label = useId();
  return (
    <Stack gap={4} align="flex-start">
      <Input.Label id={label} labelElement="div">
        {t`Theme`}
      </Input.Label>
      <SegmentedControl
        aria-labelledby={label}
        value={theme}
        onChange={(value) => void save(t`the theme`, { theme: value as Theme })}
        data={[
          { value: 'LIGHT', label: t`Light` },
          { value: 'DARK', label: t`Dark` },
          { value: 'SYSTEM', label: t`System` },
        ]}
      />
    </Stack>
  );
}

function LanguageChoice({ locale, save }: { locale: Locale; save: Save }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Language`}
      description={t`Used for the dashboard, emails and the timeline`}
      value={locale}
      onChange={(value) => value && void save(t`the language`, { language: languageOf(value as Locale) })}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      allowDeselect={false}
      maw={320}
    />
  );
}

function TimeZoneChoice({ timeZone, save }: { timeZone: string; save: Save }) {
  const { t, i18n } = useLingui();
  const zones = useMemo(() => [...new Set([deviceTimeZone(), ...timeZones(), timeZone])], [timeZone]);
  const shown = shownTimeZone(timeZone);
  const now = exactTime(new Date(), timeZone, i18n.locale);
  return (
    <Select
      label={t`Time zone`}
      description={
        shown === timeZone
          ? t`Local time: ${now}`
          : t`This browser doesn’t know ${timeZone}. Times are shown in ${shown}.`
      }
      value={timeZone}
      onChange={(value) => value && void save(t`the time zone`, { timeZone: value })}
      data={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      searchable
      limit={100}
      allowDeselect={false}
      nothingFoundMessage={t`No matching time zones`}
      maw={320}
    />
  );
}

/** How the dashboard looks: each choice is saved at once. */
export function PreferencesCard({ profile }: { profile: Profile }) {
  const { t } = useLingui();
  const save = usePreference();
  return (
    <SectionCard title={t`Preferences`} about={t`Changes are saved automatically.`}>
      <Stack gap="lg">
        <ThemeChoice theme={profile.theme} save={save} />
        <LanguageChoice locale={localeOf(profile.language)} save={save} />
        <TimeZoneChoice timeZone={profile.timeZone} save={save} />
        <Switch
          label={t`Newsletter`}
          // Mantine's label holds the description too; as a name it is enough to describe.
          aria-label={t`Newsletter`}
          description={t`Product news, sent to ${profile.email}`}
          checked={profile.newsletter}
          onChange={(event) => void save(t`the newsletter`, { newsletter: event.currentTarget.checked })}
        />
      </Stack>
    </SectionCard>
  );
}
