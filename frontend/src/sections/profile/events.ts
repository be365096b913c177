import { msg } from '@lingui/core/macro';
import { IconSparkles, IconUser } from '@tabler/icons-react';
import type { Events } from '../../lib/rules';

const stale = ['username', 'fullName', 'location', 'company', 'newsletter', 'language', 'theme', 'timeZone'];

export const events = {
  PROFILE_UPDATED: { icon: IconUser, color: 'gray', name: msg`Profile updated`, stale },
  ACCOUNT_CREATED: { icon: IconSparkles, color: 'gray', name: msg`Account created` },
} satisfies Events;
