import * as v from 'valibot';

/**
 * Where one goes after signing in. It is the name of a page that exists, never a
 * URL: a link to the sign-in page cannot send anybody to another site.
 */
const pages = {
  profile: '/profile',
  'ssh-keys': '/ssh-keys',
  'api-tokens': '/api-tokens',
  apps: '/apps',
  app: '/apps/$name',
  timeline: '/timeline',
  usage: '/usage',
  'billing-details': '/billing/details',
  authentication: '/authentication',
} as const;

type PageName = keyof typeof pages;

const names = Object.keys(pages) as PageName[];

export const signInSearch = v.object({
  next: v.optional(v.fallback(v.optional(v.picklist(names)), undefined)),
  /** Which app, where `next` is `app`. */
  app: v.optional(v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{2,47}$/))), undefined)),
});

export type ReturnTo = v.InferOutput<typeof signInSearch>;

/** The name of the page at this path; nothing for a path that has none. */
export function returnTo(path: string): ReturnTo {
  const app = /^\/apps\/([a-z][a-z0-9-]{2,47})(?:\/|$)/.exec(path)?.[1];
  if (app) return { next: 'app', app };
  const next = names.find((name) => pages[name] === path);
  return next ? { next } : {};
}

/** The path of a named page; the apps where none is named. */
export function pathOf({ next = 'apps', app }: ReturnTo): string {
  if (next === 'app') return app ? `/apps/${app}` : pages.apps;
  return pages[next];
}
