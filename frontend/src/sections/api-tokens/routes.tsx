import { type AnyRoute, createRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { lazyPage } from '../../lib/load';

export const apiTokensRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/api-tokens',
      // An open dialog is part of the view: it has an address, and "back" closes it.
      validateSearch: v.object({
        dialog: v.optional(v.fallback(v.optional(v.literal('create')), undefined)),
      }),
      component: lazyPage(() => import('./api-tokens-page'), 'ApiTokensPage'),
    }),
  ] as const;
