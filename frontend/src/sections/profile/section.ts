import { msg } from '@lingui/core/macro';
import { IconUser } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';

export const profile = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/profile',
        component: lazyPage(() => import('./profile-page'), 'ProfilePage'),
      }),
    ],
    menu: { to: '/profile', label: msg`Profile`, icon: IconUser, key: 'p', place: 'account' },
    rules: [() => import('./cache'), () => import('./events')],
  }) as const satisfies Section;
