import { forget, type SectionCache } from '../../lib/rules';

export const updates: SectionCache['updates'] = {
  updateBillingProfile: (_, __, cache) => forget(cache, ['billing']),
};
