import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const appsRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/apps',
      component: lazyRouteComponent(() => import('./apps-page'), 'AppsPage'),
    }),
  ] as const;
