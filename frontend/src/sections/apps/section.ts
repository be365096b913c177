import { msg } from '@lingui/core/macro';
import { IconApps } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';

const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.optional(v.fallback(v.optional(v.picklist(options)), undefined));

const maybeText = v.optional(v.fallback(v.optional(v.string()), undefined));

export const apps = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/apps',
        // An open dialog is part of the view: it has an address, and "back" closes it.
        validateSearch: v.object({ dialog: oneOf(['create']), name: maybeText, status: maybeText }),
        component: lazyPage(() => import('./apps-page'), 'AppsPage'),
      }),
      createRoute({
        getParentRoute: () => parent,
        path: '/apps/$name',
        // Left out: the deployments.
        validateSearch: v.object({
          tab: oneOf(['resources', 'reviews', 'collaborators', 'timeline', 'settings']),
        }),
        component: lazyPage(() => import('./app-page'), 'AppPage'),
      }),
    ],
    menu: { to: '/apps', label: msg`Apps`, icon: IconApps, key: 'a', place: 'bar' },
    rules: [() => import('./cache'), () => import('./events')],
  }) as const satisfies Section;
