import { type AnyRoute, createRoute } from '@tanstack/react-router';
import { lazyPage } from '../../lib/load';
import { takeToken } from './emailed-token';
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

/** What a page behind an emailed link has: the secret is out of the address before it shows. */
const emailed = <P extends AnyRoute, const Path extends string>(parent: P, path: Path) => ({
  getParentRoute: () => parent,
  path,
  beforeLoad: ({ location }: { location: { hash: string } }) => takeToken(path, location.hash),
});

const emailedLinkPages = () => import('./emailed-link-page');

/** The pages that emailed links lead to, and the one that asks for such a link: signed in or not. */
export const emailedLinkRoutes = <P extends AnyRoute>(parent: P) =>
  [
    createRoute({
      getParentRoute: () => parent,
      path: '/forgot-password',
      component: lazyPage(() => import('./forgot-password-page'), 'ForgotPasswordPage'),
    }),
    createRoute({
      ...emailed(parent, '/reset-password'),
      component: lazyPage(() => import('./reset-password-page'), 'ResetPasswordPage'),
    }),
    createRoute({
      ...emailed(parent, '/verify-email'),
      component: lazyPage(emailedLinkPages, 'VerifyEmailPage'),
    }),
    createRoute({
      ...emailed(parent, '/confirm-email-change'),
      component: lazyPage(emailedLinkPages, 'ConfirmEmailChangePage'),
    }),
    createRoute({
      ...emailed(parent, '/cancel-email-change'),
      component: lazyPage(emailedLinkPages, 'CancelEmailChangePage'),
    }),
    createRoute({
      ...emailed(parent, '/revert-email-change'),
      component: lazyPage(emailedLinkPages, 'RevertEmailChangePage'),
    }),
    createRoute({
      ...emailed(parent, '/unlock'),
      component: lazyPage(emailedLinkPages, 'UnlockPage'),
    }),
    createRoute({
      ...emailed(parent, '/confirm-deletion'),
      component: lazyPage(emailedLinkPages, 'ConfirmDeletionPage'),
    }),
    createRoute({
      ...emailed(parent, '/cancel-deletion'),
      component: lazyPage(emailedLinkPages, 'CancelDeletionPage'),
    }),
  ] as const;
