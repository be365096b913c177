import { msg } from '@lingui/core/macro';
import { IconTicket } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';

export const apiTokens = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/api-tokens',
        // An open dialog is part of the view: it has an address, and "back" closes it.
        validateSearch: v.object({
          dialog: v.optional(v.fallback(v.optional(v.literal('create')), undefined)),
        }),
        component: lazyPage(() => import('./api-tokens-page'), 'ApiTokensPage'),
      }),
    ],
    menu: { to: '/api-tokens', label: msg`API tokens`, icon: IconTicket, key: 'i', place: 'account' },
    rules: [() => import('./cache'), () => import('./events')],
  }) as const satisfies Section;
