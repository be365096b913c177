import type { SectionCache } from '../../lib/client';

export const profileCache: SectionCache = {};
