import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { authenticationSearch } from './search';

export const authenticationRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/authentication',
      validateSearch: authenticationSearch,
      component: lazyRouteComponent(() => import('./authentication-page'), 'AuthenticationPage'),
    }),
  ] as const;
