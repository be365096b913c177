import { forget, type SectionCache } from '../../lib/rules';

const list = ['sshKeys'];

export const updates: SectionCache['updates'] = {
  addSshKey: (_, __, cache) => forget(cache, list),
  proveSshKey: (_, __, cache) => forget(cache, list),
  removeSshKey: (_, __, cache) => forget(cache, list),
};
