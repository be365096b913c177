import type { ExportDataMutation } from '../../gql/graphql';
import { forget, type SectionCache, viewerKey } from '../../lib/rules';

const methods = ['loginMethods', 'twoFactor', 'passkeys', 'github'];
const sessions = ['sessions'];

export const updates: SectionCache['updates'] = {
  cancelEmailChange: (_, __, cache) => forget(cache, ['email', 'emailVerifiedAt', 'emailChange']),
  changePassword: (_, __, cache) => forget(cache, sessions),
  addPasskey: (_, __, cache) => forget(cache, methods),
  removePasskey: (_, __, cache) => forget(cache, methods),
  renewRecoveryCodes: (_, __, cache) => forget(cache, methods),
  revokeSession: (_, __, cache) => forget(cache, sessions),
  revokeOtherSessions: (_, __, cache) => forget(cache, sessions),
  exportData: ({ exportData }: ExportDataMutation, _, cache) => {
    const viewer = viewerKey(cache);
    if (viewer && exportData.dataExport) cache.link(viewer, 'dataExport', exportData.dataExport as never);
  },
};
