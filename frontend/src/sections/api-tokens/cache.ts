import { forget, type SectionCache } from '../../lib/client';

const list = ['apiTokens'];

export const apiTokensCache: SectionCache = {
  updates: {
    createApiToken: (_, __, cache) => forget(cache, list),
    revokeApiToken: (_, __, cache) => forget(cache, list),
  },
  staleAfter: { API_TOKEN_CREATED: list, API_TOKEN_RENEWED: list, API_TOKEN_REVOKED: list },
};
