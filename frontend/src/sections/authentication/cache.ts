import type { ExportDataMutation } from '../../gql/graphql';
import { forget, type SectionCache, viewerKey } from '../../lib/client';

// In each of these lists something is never null, so that an answer without it
// counts as none: what is on screen stays until the new answer is there.
const email = ['email', 'emailVerifiedAt', 'emailChange'];
const ways = ['loginMethods', 'twoFactor', 'passkeys', 'github'];
const sessions = ['sessions'];
const deletion = ['deletion'];
const dataExport = ['dataExport'];

export const authenticationCache: SectionCache = {
  updates: {
    cancelEmailChange: (_, __, cache) => forget(cache, email),
    changePassword: (_, __, cache) => forget(cache, sessions),
    addPasskey: (_, __, cache) => forget(cache, ways),
    removePasskey: (_, __, cache) => forget(cache, ways),
    renewRecoveryCodes: (_, __, cache) => forget(cache, ways),
    revokeSession: (_, __, cache) => forget(cache, sessions),
    revokeOtherSessions: (_, __, cache) => forget(cache, sessions),
    exportData: ({ exportData }: ExportDataMutation, _, cache) => {
      const viewer = viewerKey(cache);
      if (viewer && exportData.dataExport) cache.link(viewer, 'dataExport', exportData.dataExport as never);
    },
  },
  staleAfter: {
    EMAIL_VERIFIED: email,
    EMAIL_CHANGE_REQUESTED: email,
    EMAIL_CHANGED: email,
    PASSWORD_CHANGED: [...ways, ...sessions],
    PASSWORD_RESET: [...ways, ...sessions],
    TWO_FACTOR_ENABLED: ways,
    TWO_FACTOR_DISABLED: ways,
    RECOVERY_CODE_USED: ways,
    RECOVERY_CODES_RENEWED: ways,
    PASSKEY_ADDED: ways,
    PASSKEY_REMOVED: ways,
    GITHUB_LINKED: ways,
    GITHUB_UNLINKED: ways,
    LOGIN_SUCCEEDED: sessions,
    SESSION_REVOKED: sessions,
    DATA_EXPORT_REQUESTED: dataExport,
    DATA_EXPORT_READY: dataExport,
    ACCOUNT_DELETION_REQUESTED: deletion,
    ACCOUNT_DELETION_CANCELLED: deletion,
    APP_CREATED: deletion,
    APP_RENAMED: deletion,
    APP_DELETED: deletion,
  },
};
