import { msg } from '@lingui/core/macro';
import { IconActivity } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';
import { timelineSearch } from './search';

export const timeline = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/timeline',
        validateSearch: timelineSearch,
        component: lazyPage(() => import('./timeline-page'), 'TimelinePage'),
      }),
    ],
    menu: { to: '/timeline', label: msg`Timeline`, icon: IconActivity, key: 't', place: 'bar' },
    rules: [],
  }) as const satisfies Section;
