import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const profileRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/profile',
      component: lazyRouteComponent(() => import('./profile-page'), 'ProfilePage'),
    }),
  ] as const;
