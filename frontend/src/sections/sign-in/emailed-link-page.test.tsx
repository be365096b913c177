import { i18n } from '@lingui/core';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeApi } from '../../lib/test-page';
import { messages as fr } from '../../locales/fr';
import { showGuest, wrong } from './guest.fixture';

const api = fakeApi();

type Link = {
  path: string;
  operation: string;
  field: string;
  answer: Record<string, unknown>;
  button: string;
  done: RegExp;
};

const links: Link[] = [
  {
    path: '/verify-email',
    operation: 'VerifyEmail',
    field: 'verifyEmail',
    answer: { email: 'ada@example.org' },
    button: 'Verify email',
    done: /Email verified.*ada@example.org is now verified/,
  },
  {
    path: '/confirm-email-change',
    operation: 'ConfirmEmailChange',
    field: 'confirmEmailChange',
    answer: { email: 'new@example.org', stepsLeft: [] },
    button: 'Confirm change',
    done: /Email changed.*You’ll now sign in and get notified at new@example.org/,
  },
  {
    path: '/confirm-email-change',
    operation: 'ConfirmEmailChange',
    field: 'confirmEmailChange',
    answer: { email: 'new@example.org', stepsLeft: ['CONFIRM_OLD_EMAIL'] },
    button: 'Confirm change',
    done: /Confirmed.*will change to new@example.org once your current email confirms too/,
  },
  {
    path: '/cancel-email-change',
    operation: 'CancelEmailChangeByLink',
    field: 'cancelEmailChangeByLink',
    answer: { email: 'ada@example.org' },
    button: 'Cancel email change',
    done: /Email change canceled.*Your email is still ada@example.org/,
  },
  {
    path: '/revert-email-change',
    operation: 'RevertEmailChange',
    field: 'revertEmailChange',
    answer: { email: 'ada@example.org' },
    button: 'Restore email',
    done: /Email restored.*every device has been signed out.*emailed you a link/,
  },
  {
    path: '/unlock',
    operation: 'UnlockSignIn',
    field: 'unlockSignIn',
    answer: {},
    button: 'Unlock sign-in',
    done: /unlocked.*You can sign in with your password again/,
  },
  {
    path: '/confirm-deletion',
    operation: 'ConfirmAccountDeletion',
    field: 'confirmAccountDeletion',
    answer: { dueAt: '2026-12-09T12:00:00Z' },
    button: 'Delete account',
    done: /Your account has been closed.*on Wednesday.* (9 December 2026|December 9, 2026)/,
  },
  {
    path: '/cancel-deletion',
    operation: 'CancelAccountDeletion',
    field: 'cancelAccountDeletion',
    answer: { username: 'ada' },
    button: 'Keep my account',
    done: /Deletion canceled.*Welcome back, ada/,
  },
];

/** What only somebody would say after the act, or of an act that happens by itself. */
const saysDone = {
  en: /\b(is|are|was|were|has been|have been) (now )?(cancell?ed|changed|restored|closed|deleted|removed|kept|taken back|void|verified)\b|is taken back|gets this address back|changes to the new address/,
  fr: /\b(est|sont|a été|ont été) (maintenant )?(annulée?|changée?|rétablie?|fermée?|supprimée?s?|effacée?s?|conservée?|vérifiée?)\b|retrouve cette adresse|passe à la nouvelle/,
};

const graceDays = (deletionGraceDays: number) =>
  api.answer('DeletionGraceDays', () => ({ serverInfo: { __typename: 'ServerInfo', deletionGraceDays } }));

function checked(newEmail: string | null, stepsLeft: readonly string[]) {
  const payload = { __typename: 'CheckEmailChangeLinkPayload', newEmail, stepsLeft, errors: [] };
  api.answer('CheckEmailChangeLink', () => ({ checkEmailChangeLink: payload }));
}

beforeEach(() => {
  graceDays(14);
  checked('new@example.org', []);
});

/** What was sent that is more than a look. */
const acts = () =>
  api.asked.filter(({ operation }) => !['CheckEmailChangeLink', 'DeletionGraceDays'].includes(operation));

function reply({ operation, field }: Link, answer: Record<string, unknown>, errors: unknown[] = []) {
  const __typename = `${operation.replace('ByLink', '')}Payload`;
  api.answer(operation, () => ({ [field]: { __typename, ...answer, errors } }));
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe.each(links)('$path', (link) => {
  test(`does nothing before its button is pressed, then says what came of it`, async () => {
    reply(link, link.answer);
    const { session, router } = await showGuest(`${link.path}#secret-1`);
    await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull());
    expect(acts()).toEqual([]);
    await press(link.button);
    await waitFor(() => expect(document.body).toHaveTextContent(link.done));
    expect(acts()).toEqual([{ operation: link.operation, variables: { input: { token: 'secret-1' } } }]);
    await waitFor(() => expect(session.changed).toHaveBeenCalled());
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
    expect(screen.queryByRole('button', { name: link.button })).not.toBeInTheDocument();
    expect(JSON.stringify(router.state.location)).not.toContain('secret-1');
  });

  test.each(['en', 'fr'] as const)('speaks of what it will do in the future: %s', async (locale) => {
    await showGuest(`${link.path}#secret-1`);
    act(() => i18n.loadAndActivate({ locale, messages: { en: {}, fr }[locale] }));
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    expect(document.body.textContent).not.toMatch(saysDone[locale]);
    expect(document.body.textContent).not.toMatch(link.done);
  });
});

describe('the page that confirms an email change says what else it needs', () => {
  test.each([
    [[], 'Your email will change to new@example.org right away.'],
    [
      ['CONFIRM_OLD_EMAIL'],
      'Your email will change to new@example.org once your current email confirms too.',
    ],
    [['CONFIRM_NEW_EMAIL'], 'Your email will change to new@example.org once new@example.org confirms too.'],
    [
      ['WAIT'],
      'Your email will change to new@example.org 7 days after you requested it, unless it’s canceled from your current email.',
    ],
  ])('%s', async (steps, text) => {
    checked('new@example.org', steps);
    await showGuest('/confirm-email-change#secret-1');
    expect(await screen.findByText(text)).toBeVisible();
  });

  test('and nothing wrong where that is not known', async () => {
    checked(null, []);
    await showGuest('/confirm-email-change#secret-1');
    expect(await screen.findByText('Confirm to change the email on your account.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Confirm change' })).toBeVisible();
  });
});

const [verify] = links as [Link];

test('the secret leaves the address before anything is shown', async () => {
  const { router, history } = await showGuest('/verify-email#secret-1');
  expect(router.state.location.href).toBe('/verify-email');
  expect(history.location.href).toBe('/verify-email');
  expect(history.length).toBe(1);
  expect(JSON.stringify([history.location, router.state.location])).not.toContain('secret-1');
});

test('a second link in the same place takes the place of the first', async () => {
  reply(verify, verify.answer);
  const { history } = await showGuest('/verify-email#secret-1');
  act(() => history.push('/verify-email#secret-2'));
  await waitFor(() => expect(history.location.href).toBe('/verify-email'));
  await press(verify.button);
  await screen.findByText('Email verified');
  expect(api.asked[0]?.variables).toEqual({ input: { token: 'secret-2' } });
});

test('a dead link says so, and what to do', async () => {
  reply(verify, { email: null }, [
    wrong('LINK_INVALID', 'This link does not work any more.', 'input', 'token'),
  ]);
  const { session } = await showGuest('/verify-email#secret-1');
  await press(verify.button);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('This link does not work any more.');
  await waitFor(() => expect(alert).toHaveFocus());
  expect(screen.getByText(/Sign in to send yourself a new link/)).toBeVisible();
  expect(screen.queryByRole('button', { name: verify.button })).not.toBeInTheDocument();
  expect(session.changed).not.toHaveBeenCalled();
});

test('a second click on a verification link says that it is done', async () => {
  reply(verify, { email: null }, [
    wrong('ALREADY_ON', 'This email address is already verified.', 'input', 'token'),
  ]);
  await showGuest('/verify-email#secret-1');
  await press(verify.button);
  expect(await screen.findByRole('heading', { name: 'Email already verified' })).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: verify.button })).not.toBeInTheDocument();
});

test('a fault leaves the button, to try again', async () => {
  api.fail('VerifyEmail', 'INTERNAL', 'req-7');
  await showGuest('/verify-email#secret-1');
  await press(verify.button);
  expect(await screen.findByText('req-7')).toBeVisible();
  reply(verify, verify.answer);
  await press(verify.button);
  expect(await screen.findByText('Email verified')).toBeVisible();
});

test('the secret of one page is none for another', async () => {
  const { history } = await showGuest('/verify-email#secret-1');
  act(() => history.push('/unlock'));
  expect(await screen.findByText(/link is incomplete/)).toBeVisible();
});

test('deleting names what will be lost, and how long it can be undone', async () => {
  await showGuest('/confirm-deletion#secret-1');
  expect(screen.getByText(/You’ll be signed out everywhere/)).toBeVisible();
  expect(await screen.findByText(/after 14 days. Until then, you can undo this/)).toBeVisible();
  expect(screen.queryByText(/If your email changed/)).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Keep my account' })).toHaveAttribute('href', '/apps');
});

test('where a deletion is final, nothing says that it can be undone', async () => {
  graceDays(0);
  const [confirm] = links.filter(({ path }) => path === '/confirm-deletion') as [Link];
  reply(confirm, { dueAt: new Date().toISOString() });
  await showGuest('/confirm-deletion#secret-1');
  expect(await screen.findByText(/right away. This cannot be undone/)).toBeVisible();
  await press(confirm.button);
  expect(await screen.findByText('We’re deleting your personal data.')).toBeVisible();
  expect(document.body).not.toHaveTextContent(/Changed your mind/);
});

test('without grace, an old email that can restore the account delays the deletion', async () => {
  graceDays(0);
  const [confirm] = links.filter(({ path }) => path === '/confirm-deletion') as [Link];
  reply(confirm, { dueAt: new Date(Date.now() + 6 * 24 * 60 * 60 * 1000).toISOString() });
  await showGuest('/confirm-deletion#secret-1');
  expect(await screen.findByText(/keep your data until the previous email can no longer/)).toBeVisible();
  await press(confirm.button);
  expect(await screen.findByText(/Changed your mind\? Use the link in the email/)).toBeVisible();
});

test('who keeps the account signs in by the name that is filled in', async () => {
  const cancel = links.at(-1) as Link;
  reply(cancel, cancel.answer);
  await showGuest('/cancel-deletion#secret-1');
  await press(cancel.button);
  await screen.findByText('Deletion canceled');
  api.answer('Offers', () => ({ serverInfo: { __typename: 'ServerInfo', github: false } }));
  await userEvent.click(screen.getByRole('link', { name: 'Sign in' }));
  expect(await screen.findByLabelText('Username or email')).toHaveValue('ada');
});
