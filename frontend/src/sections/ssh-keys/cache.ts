import { forget, type SectionCache } from '../../lib/client';

const list = ['sshKeys'];

export const sshKeysCache: SectionCache = {
  updates: {
    addSshKey: (_, __, cache) => forget(cache, list),
    proveSshKey: (_, __, cache) => forget(cache, list),
    removeSshKey: (_, __, cache) => forget(cache, list),
  },
  staleAfter: { SSH_KEY_ADDED: list, SSH_KEY_RENAMED: list, SSH_KEY_REMOVED: list },
};
