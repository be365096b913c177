import { msg } from '@lingui/core/macro';
import { IconActivity, IconApps, IconKey, IconShieldLock, IconTicket, IconUser } from '@tabler/icons-react';

/** The pages that navigation, menu and palette name, in this order; `key` follows a `g` on the keyboard. */
export const pages = [
  { to: '/apps', label: msg`Apps`, icon: IconApps, key: 'a' },
  { to: '/timeline', label: msg`Timeline`, icon: IconActivity, key: 't' },
  { to: '/ssh-keys', label: msg`SSH keys`, icon: IconKey, key: 'k' },
  { to: '/api-tokens', label: msg`API tokens`, icon: IconTicket, key: 'i' },
  { to: '/authentication', label: msg`Authentication`, icon: IconShieldLock, key: 's' },
  { to: '/profile', label: msg`Profile`, icon: IconUser, key: 'p' },
] as const;
