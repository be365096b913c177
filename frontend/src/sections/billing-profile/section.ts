import { msg } from '@lingui/core/macro';
import { IconFileInvoice } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';

export const billingProfile = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/billing/details',
        component: lazyPage(() => import('./billing-profile-page'), 'BillingProfilePage'),
      }),
    ],
    menu: {
      to: '/billing/details',
      label: msg`Billing details`,
      icon: IconFileInvoice,
      key: 'b',
      place: 'account',
    },
    rules: [() => import('./cache'), () => import('./events')],
  }) as const satisfies Section;
