import { type AnyRoute, createRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { lazyPage } from '../../lib/load';

export const sshKeysRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/ssh-keys',
      // An open dialog is part of the view: it has an address, and "back" closes it.
      validateSearch: v.object({ dialog: v.optional(v.fallback(v.optional(v.literal('add')), undefined)) }),
      component: lazyPage(() => import('./ssh-keys-page'), 'SshKeysPage'),
    }),
  ] as const;
