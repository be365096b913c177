import { msg } from '@lingui/core/macro';
import {
  IconArrowBackUp,
  IconBan,
  IconBrandGithub,
  IconFileExport,
  IconFingerprint,
  IconFingerprintOff,
  IconLifebuoy,
  IconLock,
  IconLockExclamation,
  IconLockOpen,
  IconLockQuestion,
  IconLogin2,
  IconLogout,
  IconMail,
  IconMailCheck,
  IconShieldCheck,
  IconShieldLock,
  IconShieldOff,
  IconTrash,
} from '@tabler/icons-react';
import type { Events } from '../../lib/rules';

// In each of these lists something is never null, so that an answer without it
// counts as none: what is on screen stays until the new answer is there.
const email = ['email', 'emailVerifiedAt', 'emailChange'];
const methods = ['loginMethods', 'twoFactor', 'passkeys', 'github'];
const sessions = ['sessions'];
const deletion = ['deletion'];
const dataExport = ['dataExport'];

export const events = {
  LOGIN_SUCCEEDED: { icon: IconLogin2, color: 'gray', name: msg`Signed in`, stale: sessions },
  LOGIN_FAILED: { icon: IconBan, color: 'warn', name: msg`Sign-in failed` },
  LOGIN_LOCKED: { icon: IconLockExclamation, color: 'danger', name: msg`Sign-in locked` },
  LOGIN_UNLOCKED: { icon: IconLockOpen, color: 'ok', name: msg`Sign-in unlocked` },
  SESSION_REVOKED: { icon: IconLogout, color: 'warn', name: msg`Session ended`, stale: sessions },
  SUDO_GRANTED: { icon: IconShieldCheck, color: 'gray', name: msg`Identity confirmed` },
  PASSWORD_CHANGED: {
    icon: IconLock,
    color: 'gray',
    name: msg`Password changed`,
    stale: [...methods, ...sessions],
  },
  PASSWORD_RESET_REQUESTED: { icon: IconLockQuestion, color: 'gray', name: msg`Password reset requested` },
  PASSWORD_RESET: {
    icon: IconLock,
    color: 'warn',
    name: msg`Password reset`,
    stale: [...methods, ...sessions],
  },
  TWO_FACTOR_ENABLED: {
    icon: IconShieldLock,
    color: 'ok',
    name: msg`Two-factor authentication turned on`,
    stale: methods,
  },
  TWO_FACTOR_DISABLED: {
    icon: IconShieldOff,
    color: 'warn',
    name: msg`Two-factor authentication turned off`,
    stale: methods,
  },
  RECOVERY_CODE_USED: { icon: IconLifebuoy, color: 'warn', name: msg`Recovery code used`, stale: methods },
  RECOVERY_CODES_RENEWED: {
    icon: IconLifebuoy,
    color: 'gray',
    name: msg`Recovery codes renewed`,
    stale: methods,
  },
  PASSKEY_ADDED: { icon: IconFingerprint, color: 'ok', name: msg`Passkey added`, stale: methods },
  PASSKEY_REMOVED: { icon: IconFingerprintOff, color: 'warn', name: msg`Passkey removed`, stale: methods },
  GITHUB_LINKED: { icon: IconBrandGithub, color: 'ok', name: msg`GitHub linked`, stale: methods },
  GITHUB_UNLINKED: { icon: IconBrandGithub, color: 'warn', name: msg`GitHub unlinked`, stale: methods },
  EMAIL_VERIFIED: { icon: IconMailCheck, color: 'ok', name: msg`Email verified`, stale: email },
  EMAIL_CHANGE_REQUESTED: { icon: IconMail, color: 'gray', name: msg`Email change requested`, stale: email },
  EMAIL_CHANGED: { icon: IconMail, color: 'gray', name: msg`Email changed`, stale: email },
  DATA_EXPORT_REQUESTED: {
    icon: IconFileExport,
    color: 'gray',
    name: msg`Data export requested`,
    stale: dataExport,
  },
  DATA_EXPORT_READY: { icon: IconFileExport, color: 'ok', name: msg`Data export ready`, stale: dataExport },
  ACCOUNT_DELETION_REQUESTED: {
    icon: IconTrash,
    color: 'warn',
    name: msg`Account deletion requested`,
    stale: deletion,
  },
  ACCOUNT_DELETION_CANCELLED: {
    icon: IconArrowBackUp,
    color: 'ok',
    name: msg`Account deletion canceled`,
    stale: deletion,
  },
  // Not in the timeline's filter: whoever could read it is gone.
  ACCOUNT_DELETED: { icon: IconTrash, color: 'danger' },
} satisfies Events;
