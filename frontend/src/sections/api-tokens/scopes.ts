import type { Scope } from '../../gql/graphql';

export type Area = 'profile' | 'sshKeys' | 'apiTokens' | 'apps' | 'timeline' | 'billing' | 'sandbox';

/** `write` is the same as `read` where one scope is for both. */
export type AreaScopes = { area: Area; read: Scope; write?: Scope };

/** The areas of an account, in the order in which they are shown. */
export const areas: readonly AreaScopes[] = [
  { area: 'profile', read: 'PROFILE_READ', write: 'PROFILE_WRITE' },
  { area: 'sshKeys', read: 'KEYS_READ', write: 'KEYS_WRITE' },
  { area: 'apiTokens', read: 'TOKENS_READ', write: 'TOKENS_WRITE' },
  { area: 'apps', read: 'APPS_READ', write: 'APPS_WRITE' },
  { area: 'timeline', read: 'TIMELINE_READ' },
  { area: 'billing', read: 'BILLING_READ', write: 'BILLING_WRITE' },
  { area: 'sandbox', read: 'SANDBOX', write: 'SANDBOX' },
];

/** Scopes that reach beyond any app: a token limited to specific apps can't have them. */
const accountWide: ReadonlySet<Scope> = new Set([
  'PROFILE_WRITE',
  'KEYS_READ',
  'KEYS_WRITE',
  'TOKENS_READ',
  'TOKENS_WRITE',
  'BILLING_READ',
  'BILLING_WRITE',
  'SANDBOX',
]);

/** The scopes of an area, each once. */
export const scopesOf = ({ read, write = read }: AreaScopes): Scope[] => [...new Set([read, write])];

/** Whether a token limited to specific apps can have the scope. */
export const isConfinable = (scope: Scope): boolean => !accountWide.has(scope);

/** What is left of scopes where a token is limited to `apps`; none: it is not limited. */
export function granted(scopes: readonly Scope[], apps: readonly unknown[]): Scope[] {
  return apps.length > 0 ? scopes.filter(isConfinable) : [...scopes];
}

/** `both`: may look and change. */
export type Reach = 'read' | 'write' | 'both';

/** How far scopes reach in each area that they touch. */
export function reachOf(scopes: readonly Scope[]): { area: Area; reach: Reach }[] {
  return areas.flatMap(({ area, read, write }): { area: Area; reach: Reach }[] => {
    const reads = scopes.includes(read);
    const writes = write !== undefined && scopes.includes(write);
    if (!reads && !writes) return [];
    if (reads && writes) return [{ area, reach: 'both' }];
    return [{ area, reach: reads ? 'read' : 'write' }];
  });
}

/** What a token may do in an area. Who may write may read as well. */
export type Level = 'none' | 'read' | 'write';

export const levels: readonly Level[] = ['none', 'read', 'write'];

/** The scopes of a level in an area; undefined where the area has no such level. */
export function scopesAt({ read, write }: AreaScopes, level: Level): readonly Scope[] | undefined {
  if (level === 'none') return [];
  // One scope for both is the one of who may write.
  if (level === 'read') return read === write ? undefined : [read];
  return write && [...new Set([read, write])];
}

/** The level that scopes come to in an area. */
export function levelOf(scopes: readonly Scope[], { read, write }: AreaScopes): Level {
  if (write && scopes.includes(write)) return 'write';
  return scopes.includes(read) ? 'read' : 'none';
}

/** The scopes with another level in one area. */
export function withLevel(scopes: readonly Scope[], area: AreaScopes, level: Level): Scope[] {
  const others = scopes.filter((scope) => !scopesOf(area).includes(scope));
  return [...others, ...(scopesAt(area, level) ?? [])];
}

/** Levels that are often wanted together. */
export type Preset = 'read' | 'apps' | 'full' | 'none';

export const presets: readonly Preset[] = ['read', 'apps', 'full', 'none'];

/** The highest of `wanted` that the area has. */
const best = (area: AreaScopes, ...wanted: Level[]): readonly Scope[] =>
  wanted.map((level) => scopesAt(area, level)).find((scopes) => scopes !== undefined) ?? [];

const presetScopes: Record<Preset, (area: AreaScopes) => readonly Scope[]> = {
  read: (area) => best(area, 'read'),
  apps: (area) =>
    area.area === 'apps' ? best(area, 'write') : area.area === 'timeline' ? best(area, 'read') : [],
  full: (area) => best(area, 'write', 'read'),
  none: () => [],
};

/** The scopes of a preset, in the areas that are shown. */
export function scopesOfPreset(preset: Preset, shown: readonly AreaScopes[]): Scope[] {
  return shown.flatMap(presetScopes[preset]);
}
