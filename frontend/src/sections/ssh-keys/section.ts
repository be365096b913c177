import { msg } from '@lingui/core/macro';
import { IconKey } from '@tabler/icons-react';
import { type AnyRoute, createRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { lazyPage } from '../../lib/load';
import type { Section } from '../../lib/section';

export const sshKeys = <P extends AnyRoute>(parent: P) =>
  ({
    routes: [
      createRoute({
        getParentRoute: () => parent,
        path: '/ssh-keys',
        // An open dialog is part of the view: it has an address, and "back" closes it.
        validateSearch: v.object({ dialog: v.optional(v.fallback(v.optional(v.literal('add')), undefined)) }),
        component: lazyPage(() => import('./ssh-keys-page'), 'SshKeysPage'),
      }),
    ],
    menu: { to: '/ssh-keys', label: msg`SSH keys`, icon: IconKey, key: 'k', place: 'account' },
    rules: [() => import('./cache'), () => import('./events')],
  }) as const satisfies Section;
