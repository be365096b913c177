import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const timelineRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/timeline',
      component: lazyRouteComponent(() => import('./timeline-page'), 'TimelinePage'),
    }),
  ] as const;
