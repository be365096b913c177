import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import { timelineSearch } from './search';

export const timelineRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/timeline',
      validateSearch: timelineSearch,
      component: lazyPage(() => import('./timeline-page'), 'TimelinePage'),
    }),
  ] as const;
