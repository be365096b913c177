import { forget, type SectionCache } from '../../lib/rules';

const list = ['apiTokens'];

export const updates: SectionCache['updates'] = {
  createApiToken: (_, __, cache) => forget(cache, list),
  revokeApiToken: (_, __, cache) => forget(cache, list),
};
