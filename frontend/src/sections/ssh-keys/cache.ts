import type { SectionCache } from '../../lib/client';

export const sshKeysCache: SectionCache = {};
