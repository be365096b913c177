import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { renderRoutes } from '../../lib/test-router';
import { dropToken } from './emailed-token';
import { emailedLinkRoutes, signInRoutes } from './routes';
// Compiled before the first test has to wait for them.
import './forgot-password-page';
import './emailed-link-page';
import './reset-password-page';
import './second-step-page';
import './sign-in-page';
import './sign-up-page';

/** Shows a page of the section at an address, as the app would to somebody who is not signed in. */
export async function showGuest(path: string) {
  dropToken();
  const root = createRootRoute({ component: Outlet });
  const guest = createRoute({
    getParentRoute: () => root,
    id: 'guest',
    validateSearch: (search: Record<string, unknown>) => ({ next: search.next, app: search.app }),
  });
  const open = createRoute({ getParentRoute: () => root, id: 'open' });
  const apps = createRoute({ getParentRoute: () => root, path: '/apps', component: () => <p>Apps</p> });
  const routeTree = root.addChildren([
    guest.addChildren([...signInRoutes(guest)]),
    open.addChildren([...emailedLinkRoutes(open)]),
    apps,
  ]);
  const shown = renderRoutes(routeTree, path);
  await screen.findByRole('heading', { level: 1 });
  return shown;
}

/** What a mutation answers where something is wrong. */
export function wrong(code: string, message: string, ...path: string[]) {
  return { __typename: 'InputError', code, message, path };
}
