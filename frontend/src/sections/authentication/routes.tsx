import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';

const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.optional(v.fallback(v.optional(v.picklist(options)), undefined));

const dialogs = [
  'email',
  'totp',
  'recovery-codes',
  'disable-totp',
  'passkey',
  'unlink-github',
  'end-sessions',
  'delete',
] as const;

export type DialogName = (typeof dialogs)[number];

/** What came of the way to GitHub and back. */
const fromGithub = ['linked', 'taken', 'refused', 'failed', 'expired'] as const;

export type FromGithub = (typeof fromGithub)[number];

export const authenticationRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/authentication',
      // An open dialog is part of the view: it has an address, and "back" closes it.
      validateSearch: v.object({ dialog: oneOf(dialogs), github: oneOf(fromGithub) }),
      component: lazyRouteComponent(() => import('./authentication-page'), 'AuthenticationPage'),
    }),
  ] as const;
