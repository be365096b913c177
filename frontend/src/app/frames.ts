import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { searchOfDrafts } from '../lib/drafts';
import { pathOf, returnTo, signInSearch } from './return-to';
import type { Session } from './session';

// The routes that pages stand under, and who may see them. How they look is said in `routes`.

export const root = createRootRouteWithContext<{ session: Session }>()();

export const guest = createRoute({
  getParentRoute: () => root,
  id: 'guest',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    if (!(await context.session.viewer())) return;
    const to = pathOf(search);
    throw redirect({ to, search: searchOfDrafts(to) } as never);
  },
});

/** For everybody: what emailed links lead to works signed in or not. */
export const open = createRoute({ getParentRoute: () => root, id: 'open' });

export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    if (await context.session.viewer()) return;
    throw redirect({ to: '/sign-in', search: returnTo(location.pathname), replace: true });
  },
});
