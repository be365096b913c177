import type { SectionCache } from '../../lib/client';

export const timelineCache: SectionCache = {};
