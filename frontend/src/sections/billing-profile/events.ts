import { msg } from '@lingui/core/macro';
import { IconFileInvoice } from '@tabler/icons-react';
import type { Events } from '../../lib/rules';

export const events = {
  BILLING_PROFILE_UPDATED: {
    icon: IconFileInvoice,
    color: 'gray',
    name: msg`Billing details updated`,
    stale: ['billing'],
  },
} satisfies Events;
