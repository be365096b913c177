import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

export const signInRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/sign-in',
      component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/sign-up',
      component: lazyRouteComponent(() => import('./sign-up-page'), 'SignUpPage'),
    }),
  ] as const;
