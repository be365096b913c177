import type { TimelineEventType } from '../gql/graphql';
import type { SectionRules } from '../lib/rules';
import { apiTokens } from '../sections/api-tokens/section';
import { apps } from '../sections/apps/section';
import { authentication } from '../sections/authentication/section';
import { billingProfile } from '../sections/billing-profile/section';
import { profile } from '../sections/profile/section';
import { sshKeys } from '../sections/ssh-keys/section';
import { timeline } from '../sections/timeline/section';
import { usage } from '../sections/usage/section';
import { signedIn } from './frames';

/** The sections, in the order of navigation, menu and palette. */
export const sections = [
  apps(signedIn),
  timeline(signedIn),
  usage(signedIn),
  profile(signedIn),
  authentication(signedIn),
  sshKeys(signedIn),
  apiTokens(signedIn),
  billingProfile(signedIn),
] as const;

type One = (typeof sections)[number];
type Loaded = Awaited<ReturnType<One['rules'][number]>>;
type RecordOf<Part> = Part extends { events: infer Events } ? keyof Events : never;
type None<Missing extends never> = Missing;

/** Does not compile where a type of event of the schema has no record in any section's `events`. */
export type WithoutRecord = None<Exclude<TimelineEventType, RecordOf<Loaded>>>;

export const pages = sections.map(({ menu }) => menu);

/** The pages in the bar at the top. */
export const barPages = pages.filter(({ place }) => place === 'bar');

/** The pages of the account, which share a rail. */
export const accountPages = pages.filter(({ place }) => place === 'account');

export const pageRoutes = sections.flatMap<One['routes'][number]>(({ routes }) => routes);

export function loadRules(): Promise<SectionRules[]> {
  const loaders = sections.flatMap<() => Promise<SectionRules>>(({ rules }) => rules);
  return Promise.all(loaders.map((load) => load()));
}
