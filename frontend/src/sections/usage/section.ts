import { msg } from '@lingui/core/macro';
import { IconChartBar } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';

const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

export const usage = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/usage',
        // Left out: the current month, by app.
        validateSearch: v.object({
          month: v.optional(v.fallback(v.optional(month), undefined)),
          by: v.optional(v.fallback(v.optional(v.literal('resource')), undefined)),
        }),
        component: lazyPage(() => import('./usage-page'), 'UsagePage'),
      }),
    ],
    menu: { to: '/usage', label: msg`Usage`, icon: IconChartBar, key: 'u', place: 'bar' },
    rules: [() => import('./cache')],
  }) as const satisfies Section;
