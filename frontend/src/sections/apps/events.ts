import { msg } from '@lingui/core/macro';
import {
  IconAppWindow,
  IconArrowsVertical,
  IconBan,
  IconForms,
  IconPlayerStop,
  IconRefresh,
  IconRocket,
  IconTrash,
  IconUserCheck,
  IconUserMinus,
  IconUserPlus,
  IconUserShield,
} from '@tabler/icons-react';
import type { Events } from '../../lib/rules';

// The deletion of an account names the apps that stand in its way.
const apps = ['apps', 'deletion'];
const running = ['apps', 'billing'];
const collaborators = ['apps', 'invitations'];

export const events = {
  APP_DEPLOYED: { icon: IconRocket, color: 'ok', name: msg`App deployed`, stale: ['apps'] },
  GIT_PUSH_DENIED: { icon: IconBan, color: 'danger', name: msg`Push denied` },
  APP_CREATED: { icon: IconAppWindow, color: 'gray', name: msg`App created`, stale: apps },
  APP_RENAMED: { icon: IconForms, color: 'gray', name: msg`App renamed`, stale: apps },
  APP_DELETED: { icon: IconTrash, color: 'danger', name: msg`App deleted`, stale: apps },
  APP_SCALED: { icon: IconArrowsVertical, color: 'gray', name: msg`App scaled`, stale: running },
  APP_STOPPED: { icon: IconPlayerStop, color: 'warn', name: msg`App stopped`, stale: running },
  APP_RESTARTED: { icon: IconRefresh, color: 'gray', name: msg`App restarted`, stale: ['apps'] },
  COLLABORATOR_INVITED: {
    icon: IconUserPlus,
    color: 'gray',
    name: msg`Collaborator invited`,
    stale: collaborators,
  },
  COLLABORATOR_ACCEPTED: {
    icon: IconUserCheck,
    color: 'ok',
    name: msg`Invitation accepted`,
    stale: collaborators,
  },
  COLLABORATOR_ROLE_CHANGED: {
    icon: IconUserShield,
    color: 'gray',
    name: msg`Role changed`,
    stale: collaborators,
  },
  COLLABORATOR_REMOVED: {
    icon: IconUserMinus,
    color: 'warn',
    name: msg`Collaborator removed`,
    stale: collaborators,
  },
} satisfies Events;
