import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { timelineSearch } from './search';

export const timelineRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/timeline',
      validateSearch: timelineSearch,
      component: lazyRouteComponent(() => import('./timeline-page'), 'TimelinePage'),
    }),
  ] as const;
