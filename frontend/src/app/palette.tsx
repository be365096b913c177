import '@mantine/spotlight/styles.css';
import { useLingui } from '@lingui/react/macro';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconAppWindow,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconExternalLink,
  IconFileZip,
  IconFingerprint,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Locale, languages } from '../lib/i18n';
import { useViewer } from '../lib/viewer';
import { useFoundApps } from '../sections/apps/found';
import { useSignOut } from '../sections/sign-in/sign-out';
import { useAccountLooks } from './looks';
import { pages } from './sections';

type PaletteProps = { onClose: () => void; onShortcuts: () => void };

const [store, { open }] = createSpotlight();
const size = 18;

function usePlaces(): SpotlightActionGroupData {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const actions = pages.map(({ to, label, icon: Icon }) => ({
    id: to,
    label: i18n._(label),
    leftSection: <Icon size={size} aria-hidden />,
    onClick: () => void navigate({ to }),
  }));
  const playground = {
    id: 'playground',
    label: t`API playground`,
    leftSection: <IconExternalLink size={size} aria-hidden />,
    onClick: () => location.assign('/playground/'),
  };
  return { group: t`Go to`, actions: [...actions, playground] };
}

/** The apps that are called something like what is typed. */
function useApps(typed: string): SpotlightActionGroupData {
  const { t } = useLingui();
  const navigate = useNavigate();
  const apps = useFoundApps(typed);
  return {
    group: t`Apps`,
    actions: apps.map(({ id, name }) => ({
      id,
      label: name,
      leftSection: <IconAppWindow size={size} aria-hidden />,
      onClick: () => void navigate({ to: '/apps/$name', params: { name } }),
    })),
  };
}

/** What is done on the page of Authentication: each has an address there. */
function useAccountActs() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const acts = [
    ['change-password', t`Change password`, IconLock, { hash: 'password' }],
    [
      'set-up-totp',
      t`Set up two-factor authentication`,
      IconDeviceMobile,
      { hash: 'second-factor', dialog: 'totp' },
    ],
    ['add-passkey', t`Add passkey`, IconFingerprint, { hash: 'passkeys', dialog: 'passkey' }],
    ['end-sessions', t`Sign out other sessions`, IconLogout, { hash: 'sessions', dialog: 'end-sessions' }],
    ['export-data', t`Export my data`, IconFileZip, { hash: 'your-data' }],
  ] as const;
  return acts.map(([id, label, Icon, { hash, ...search }]) => ({
    id,
    label,
    leftSection: <Icon size={size} aria-hidden />,
    onClick: () => void navigate({ to: '/authentication', search, hash }),
  }));
}

function useActs(onShortcuts: () => void): SpotlightActionGroupData {
  const { t } = useLingui();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const plus = <IconPlus size={size} aria-hidden />;
  const account = useAccountActs();
  return {
    group: t`Actions`,
    actions: [
      {
        id: 'add-ssh-key',
        label: t`Add SSH key`,
        leftSection: plus,
        onClick: () => void navigate({ to: '/ssh-keys', search: { dialog: 'add' } }),
      },
      {
        id: 'create-api-token',
        label: t`Create API token`,
        leftSection: plus,
        onClick: () => void navigate({ to: '/api-tokens', search: { dialog: 'create' } }),
      },
      {
        id: 'create-app',
        label: t`Create app`,
        leftSection: plus,
        onClick: () => void navigate({ to: '/apps', search: { dialog: 'create' } }),
      },
      // Before signing out others, which its name finds as well.
      {
        id: 'sign-out',
        label: t`Sign out`,
        leftSection: <IconLogout size={size} aria-hidden />,
        onClick: () => void signOut(),
      },
      ...account,
      {
        id: 'shortcuts',
        label: t`Keyboard shortcuts`,
        leftSection: <IconKeyboard size={size} aria-hidden />,
        onClick: onShortcuts,
      },
    ],
  };
}

function useLooksActions(): SpotlightActionGroupData {
  const { t } = useLingui();
  const { setScheme, setLocale } = useAccountLooks(useViewer());
  const schemes = [
    ['light', t`Light theme`, IconSun],
    ['dark', t`Dark theme`, IconMoon],
    ['auto', t`System theme`, IconDeviceDesktop],
  ] as const;
  return {
    group: t`Appearance`,
    actions: [
      ...schemes.map(([scheme, label, Icon]) => ({
        id: `theme-${scheme}`,
        label,
        leftSection: <Icon size={size} aria-hidden />,
        onClick: () => setScheme(scheme),
      })),
      ...Object.entries(languages).map(([locale, name]) => ({
        id: `language-${locale}`,
        label: name,
        keywords: [t`language`, 'language', 'langue'],
        leftSection: <IconLanguage size={size} aria-hidden />,
        onClick: () => setLocale(locale as Locale),
      })),
    ],
  };
}

/** Goes anywhere and does things, by a few letters. */
export default function Palette({ onClose, onShortcuts }: PaletteProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const actions = [usePlaces(), useApps(typed), useActs(onShortcuts), useLooksActions()];
  useEffect(() => open(), []);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={actions}
      query={typed}
      onQueryChange={setTyped}
      scrollable
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      attributes={{ content: { 'aria-label': t`Commands` } }}
      maxHeight="60vh"
      highlightQuery
      nothingFound={t`No results`}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t`Search apps, pages, and actions…`,
        'aria-label': t`Commands`,
      }}
      onSpotlightClose={onClose}
    />
  );
}
