import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { searchOfDrafts } from '../lib/drafts';
import { lazyPage } from '../lib/load';
import { apiTokensRoutes } from '../sections/api-tokens/routes';
import { appsRoutes } from '../sections/apps/routes';
import { authenticationRoutes } from '../sections/authentication/routes';
import { profileRoutes } from '../sections/profile/routes';
import { mailedLinkRoutes, signInRoutes } from '../sections/sign-in/routes';
import { sshKeysRoutes } from '../sections/ssh-keys/routes';
import { timelineRoutes } from '../sections/timeline/routes';
import { NotFoundPage, RouteFault } from './fault-pages';
import { pathOf, returnTo, signInSearch } from './return-to';
import { Root } from './root';
import type { Session } from './session';
import { ShellSkeleton } from './shell-skeleton';

const root = createRootRouteWithContext<{ session: Session }>()({ component: Root });

const guest = createRoute({
  getParentRoute: () => root,
  id: 'guest',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    if (!(await context.session.viewer())) return;
    const to = pathOf(search);
    throw redirect({ to, search: searchOfDrafts(to) } as never);
  },
  component: lazyPage(() => import('./guest-frame'), 'GuestFrame'),
});

/** For everybody: what mailed links lead to works signed in or not. */
const open = createRoute({
  getParentRoute: () => root,
  id: 'open',
  component: lazyPage(() => import('./guest-frame'), 'GuestFrame'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    if (await context.session.viewer()) return;
    throw redirect({ to: '/sign-in', search: returnTo(location.pathname), replace: true });
  },
  component: lazyPage(() => import('./shell'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/apps', replace: true });
  },
});

const routeTree = root.addChildren([
  home,
  guest.addChildren([...signInRoutes(guest)]),
  open.addChildren([...mailedLinkRoutes(open)]),
  signedIn.addChildren([
    ...profileRoutes(signedIn),
    ...sshKeysRoutes(signedIn),
    ...apiTokensRoutes(signedIn),
    ...appsRoutes(signedIn),
    ...timelineRoutes(signedIn),
    ...authenticationRoutes(signedIn),
  ]),
]);

export function makeRouter(session: Session) {
  return createRouter({
    routeTree,
    context: { session },
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
    defaultPendingComponent: ShellSkeleton,
    defaultErrorComponent: RouteFault,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
