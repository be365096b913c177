import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { lazyPage } from '../lib/load';
import { emailedLinkRoutes, signInRoutes } from '../sections/sign-in/routes';
import { NotFoundPage, RouteFault } from './fault-pages';
import { guest, open, root, signedIn } from './frames';
import { Root } from './root';
import { loadRules, pageRoutes } from './sections';
import type { Session } from './session';
import { ShellSkeleton } from './shell-skeleton';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/apps', replace: true });
  },
});

const guestFrame = lazyPage(() => import('./guest-frame'), 'GuestFrame');
root.update({ component: Root });
guest.update({ component: guestFrame });
open.update({ component: guestFrame });

const routeTree = root.addChildren([
  home,
  guest.addChildren([...signInRoutes(guest)]),
  open.addChildren([...emailedLinkRoutes(open)]),
  signedIn.addChildren(pageRoutes),
]);

/** No page of somebody who is signed in shows before the rules of all sections are there. */
async function loadShell({ rules }: Session) {
  const [shell, parts] = await Promise.all([import('./shell'), loadRules()]);
  rules.add(parts);
  return shell;
}

export function makeRouter(session: Session) {
  signedIn.update({ component: lazyPage(() => loadShell(session), 'Shell') });
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
