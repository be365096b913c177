import { forget, type SectionCache } from '../../lib/rules';

// What is used is counted until now, which these move or change.
const billing = ['billing'];

export const updates: SectionCache['updates'] = {
  scaleApp: (_, __, cache) => forget(cache, billing),
  stopApp: (_, __, cache) => forget(cache, billing),
  sandboxAdvanceClock: (_, __, cache) => forget(cache, [...billing, 'apps']),
};
