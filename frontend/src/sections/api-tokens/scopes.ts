import type { Scope } from '../../gql/graphql';

export type Area = 'profile' | 'sshKeys' | 'apiTokens' | 'apps' | 'timeline' | 'billing' | 'sandbox';

/** `write` is the same as `read` where one scope is for both. */
type AreaScopes = { area: Area; read: Scope; write?: Scope };

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

/** Adds the scope or takes it away. */
export function toggled(scopes: readonly Scope[], scope: Scope): Scope[] {
  return scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope];
}
