import { msg } from '@lingui/core/macro';
import { IconRefresh, IconTicket, IconTicketOff } from '@tabler/icons-react';
import type { Events } from '../../lib/rules';

const stale = ['apiTokens'];

export const events = {
  API_TOKEN_CREATED: { icon: IconTicket, color: 'ok', name: msg`API token created`, stale },
  API_TOKEN_RENEWED: { icon: IconRefresh, color: 'gray', name: msg`API token renewed`, stale },
  API_TOKEN_REVOKED: { icon: IconTicketOff, color: 'warn', name: msg`API token revoked`, stale },
} satisfies Events;
