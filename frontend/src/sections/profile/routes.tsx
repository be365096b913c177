import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';

export const profileRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/profile',
      component: lazyPage(() => import('./profile-page'), 'ProfilePage'),
    }),
  ] as const;
