import { useLingui } from '@lingui/react/macro';
import type { Scope } from '../../gql/graphql';
import type { Lifetime } from './expiry';
import { type Area, type Level, type Preset, reachOf } from './scopes';

export function useAreaNames(): Record<Area, string> {
  const { t } = useLingui();
  return {
    profile: t`Profile`,
    sshKeys: t`SSH keys`,
    apiTokens: t`API tokens`,
    apps: t`Apps`,
    timeline: t`Timeline`,
    billing: t`Billing`,
    sandbox: t`Sandbox`,
  };
}

/** What each scope allows, where its area is told already. */
export function useScopeNames(): Record<Scope, string> {
  const { t } = useLingui();
  return {
    PROFILE_READ: t`View profile`,
    PROFILE_WRITE: t`Edit profile`,
    KEYS_READ: t`View SSH keys`,
    KEYS_WRITE: t`Add, rename and remove SSH keys`,
    TOKENS_READ: t`View API tokens`,
    TOKENS_WRITE: t`Revoke API tokens`,
    APPS_READ: t`View apps, collaborators and deployments`,
    APPS_WRITE: t`Create, change and delete apps, order paid resources, and manage collaborators`,
    TIMELINE_READ: t`View and follow timelines`,
    BILLING_READ: t`View usage, its cost, and billing details`,
    BILLING_WRITE: t`Edit billing details`,
    SANDBOX: t`View and move the clock`,
  };
}

export function useLevelNames(): Record<Level, string> {
  const { t } = useLingui();
  return { none: t`None`, read: t`Read`, write: t`Write` };
}

export function usePresetNames(): Record<Preset, string> {
  const { t } = useLingui();
  return { read: t`Read everything`, apps: t`Manage apps`, full: t`Full access`, none: t`Clear` };
}

/** What scopes allow, in one short word for each area: `Apps: read and write`. */
export function useReachWords(scopes: readonly Scope[]): { area: Area; words: string }[] {
  const { t } = useLingui();
  const names = useAreaNames();
  return reachOf(scopes).map(({ area, reach }) => {
    const name = names[area];
    const words = { read: t`${name}: read`, write: t`${name}: write`, both: t`${name}: read and write` };
    return { area, words: words[reach] };
  });
}

export function useLifetimeNames(): Record<Lifetime, string> {
  const { t } = useLingui();
  return {
    '7': t`7 days`,
    '30': t`30 days`,
    '90': t`90 days`,
    '365': t`365 days`,
    day: t`Custom date`,
  };
}
