import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import { takeToken } from './mailed-token';
import { secondStepSearch, signInPageSearch } from './search';

/** The pages of somebody who is not signed in. */
export const signInRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/sign-in',
      validateSearch: signInPageSearch,
      component: lazyPage(() => import('./sign-in-page'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/sign-in/second-step',
      validateSearch: secondStepSearch,
      component: lazyPage(() => import('./second-step-page'), 'SecondStepPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/sign-up',
      component: lazyPage(() => import('./sign-up-page'), 'SignUpPage'),
    }),
  ] as const;

/** What a page behind a mailed link has: the secret is out of the address before it shows. */
const mailed = <P extends AnyRoute, const Path extends string>(parent: P, path: Path) => ({
  getParentRoute: () => parent,
  path,
  beforeLoad: ({ location }: { location: { hash: string } }) => takeToken(path, location.hash),
});

const mailedLinkPages = () => import('./mailed-link-page');

/** The pages that mailed links lead to, and the one that asks for such a link: signed in or not. */
export const mailedLinkRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/forgot-password',
      component: lazyPage(() => import('./forgot-password-page'), 'ForgotPasswordPage'),
    }),
    createRoute({
      ...mailed(parent, '/reset-password'),
      component: lazyPage(() => import('./reset-password-page'), 'ResetPasswordPage'),
    }),
    createRoute({
      ...mailed(parent, '/verify-email'),
      component: lazyPage(mailedLinkPages, 'VerifyEmailPage'),
    }),
    createRoute({
      ...mailed(parent, '/confirm-email-change'),
      component: lazyPage(mailedLinkPages, 'ConfirmEmailChangePage'),
    }),
    createRoute({
      ...mailed(parent, '/cancel-email-change'),
      component: lazyPage(mailedLinkPages, 'CancelEmailChangePage'),
    }),
    createRoute({
      ...mailed(parent, '/revert-email-change'),
      component: lazyPage(mailedLinkPages, 'RevertEmailChangePage'),
    }),
    createRoute({
      ...mailed(parent, '/unlock'),
      component: lazyPage(mailedLinkPages, 'UnlockPage'),
    }),
    createRoute({
      ...mailed(parent, '/confirm-deletion'),
      component: lazyPage(mailedLinkPages, 'ConfirmDeletionPage'),
    }),
    createRoute({
      ...mailed(parent, '/cancel-deletion'),
      component: lazyPage(mailedLinkPages, 'CancelDeletionPage'),
    }),
  ] as const;
