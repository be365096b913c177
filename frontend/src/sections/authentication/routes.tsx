import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import { authenticationSearch } from './search';

export const authenticationRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/authentication',
      validateSearch: authenticationSearch,
      component: lazyPage(() => import('./authentication-page'), 'AuthenticationPage'),
    }),
  ] as const;
