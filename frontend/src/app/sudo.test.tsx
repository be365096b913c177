import { createRootRoute, createRoute } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { renderRoutes } from '../lib/test-router';
import { Sudo } from './sudo';

function show(path: string) {
  const root = createRootRoute({ component: Sudo });
  const page = createRoute({
    getParentRoute: () => root,
    path: '/profile',
    validateSearch: v.object({ dialog: v.optional(v.string()) }),
  });
  return renderRoutes(root.addChildren([page]), path).history;
}

test('who proved at GitHub who they are is told to go on', async () => {
  const history = show('/profile?dialog=add&sudo=done');
  expect(await screen.findByText(/Identity confirmed/)).toBeVisible();
  await waitFor(() => expect(history.location.href).toBe('/profile?dialog=add'));
});

test('who did not is told so', async () => {
  const history = show('/profile?sudo=failed');
  expect(await screen.findByText('GitHub couldn’t confirm it’s you')).toBeVisible();
  await waitFor(() => expect(history.location.href).toBe('/profile'));
});
