import { msg } from '@lingui/core/macro';
import { IconShieldLock } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';
import { authenticationSearch } from './search';

export const authentication = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/authentication',
        validateSearch: authenticationSearch,
        component: lazyPage(() => import('./authentication-page'), 'AuthenticationPage'),
      }),
    ],
    menu: {
      to: '/authentication',
      label: msg`Authentication`,
      icon: IconShieldLock,
      key: 's',
      place: 'account',
    },
    rules: [() => import('./cache'), () => import('./events')],
  }) as const satisfies Section;
