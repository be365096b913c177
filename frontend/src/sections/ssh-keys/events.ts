import { msg } from '@lingui/core/macro';
import { IconForms, IconKey, IconKeyOff } from '@tabler/icons-react';
import type { Events } from '../../lib/rules';

const stale = ['sshKeys'];

export const events = {
  SSH_KEY_ADDED: { icon: IconKey, color: 'ok', name: msg`SSH key added`, stale },
  SSH_KEY_RENAMED: { icon: IconForms, color: 'gray', name: msg`SSH key renamed`, stale },
  SSH_KEY_REMOVED: { icon: IconKeyOff, color: 'warn', name: msg`SSH key removed`, stale },
} satisfies Events;
