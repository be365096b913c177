import { msg } from '@lingui/core/macro';
import {
  IconAppWindow,
  IconArrowsExchange,
  IconArrowsVertical,
  IconArrowUp,
  IconBan,
  IconCircleX,
  IconDatabase,
  IconDatabaseOff,
  IconDatabasePlus,
  IconForms,
  IconGitBranch,
  IconGitBranchDeleted,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconRocket,
  IconTerminal2,
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
const transfers = ['apps', 'billing', 'appTransfers', 'deletion'];
const collaborators = ['apps', 'invitations'];

export const events = {
  APP_DEPLOYED: { icon: IconRocket, color: 'ok', name: msg`App deployed`, stale: ['apps'] },
  GIT_PUSH_DENIED: { icon: IconBan, color: 'danger', name: msg`Push denied` },
  APP_CREATED: { icon: IconAppWindow, color: 'gray', name: msg`App created`, stale: apps },
  APP_RENAMED: { icon: IconForms, color: 'gray', name: msg`App renamed`, stale: apps },
  APP_DELETED: { icon: IconTrash, color: 'danger', name: msg`App deleted`, stale: apps },
  REVIEW_APP_CREATED: { icon: IconGitBranch, color: 'gray', name: msg`Review app created`, stale: running },
  REVIEW_APP_DELETED: {
    icon: IconGitBranchDeleted,
    color: 'danger',
    name: msg`Review app deleted`,
    stale: running,
  },
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
  ADDON_REQUESTED: {
    icon: IconDatabasePlus,
    color: 'gray',
    name: msg`Add-on ordered`,
    stale: running,
  },
  ADDON_PROVISIONED: { icon: IconDatabase, color: 'ok', name: msg`Add-on ready`, stale: running },
  ADDON_FAILED: { icon: IconCircleX, color: 'danger', name: msg`Add-on failed`, stale: running },
  ADDON_PLAN_CHANGED: {
    icon: IconArrowUp,
    color: 'gray',
    name: msg`Add-on plan changed`,
    stale: running,
  },
  ADDON_SUSPENDED: {
    icon: IconPlayerPause,
    color: 'warn',
    name: msg`Add-on suspended`,
    stale: running,
  },
  ADDON_RESUMED: { icon: IconPlayerPlay, color: 'ok', name: msg`Add-on resumed`, stale: running },
  ADDON_REMOVED: { icon: IconDatabaseOff, color: 'danger', name: msg`Add-on removed`, stale: running },
  ONE_OFF_STARTED: {
    icon: IconTerminal2,
    color: 'gray',
    name: msg`One-off container started`,
    stale: running,
  },
  ONE_OFF_ENDED: {
    icon: IconPlayerStop,
    color: 'gray',
    name: msg`One-off container ended`,
    stale: running,
  },
  APP_TRANSFER_REQUESTED: {
    icon: IconArrowsExchange,
    color: 'gray',
    name: msg`Transfer offered`,
    stale: transfers,
  },
  APP_TRANSFER_CANCELLED: {
    icon: IconArrowsExchange,
    color: 'warn',
    name: msg`Transfer canceled`,
    stale: transfers,
  },
  APP_TRANSFERRED: {
    icon: IconArrowsExchange,
    color: 'ok',
    name: msg`App transferred`,
    stale: transfers,
  },
} satisfies Events;
