import type { SectionCache } from '../../lib/client';

export const appsCache: SectionCache = {};
