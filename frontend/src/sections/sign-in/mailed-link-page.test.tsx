import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fakeApi } from '../../lib/test-page';
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
    button: 'Verify the address',
    done: /Your mail address is verified.*ada@example.org/,
  },
  {
    path: '/confirm-email-change',
    operation: 'ConfirmEmailChange',
    field: 'confirmEmailChange',
    answer: { email: 'new@example.org', applied: true },
    button: 'Confirm the change',
    done: /Your mail address is changed.*new@example.org/,
  },
  {
    path: '/confirm-email-change',
    operation: 'ConfirmEmailChange',
    field: 'confirmEmailChange',
    answer: { email: 'new@example.org', applied: false },
    button: 'Confirm the change',
    done: /Confirmed.*becomes new@example.org as soon as/,
  },
  {
    path: '/cancel-email-change',
    operation: 'CancelEmailChangeByLink',
    field: 'cancelEmailChangeByLink',
    answer: { email: 'ada@example.org' },
    button: 'Keep the address',
    done: /Your mail address stays.*ada@example.org/,
  },
  {
    path: '/revert-email-change',
    operation: 'RevertEmailChange',
    field: 'revertEmailChange',
    answer: { email: 'ada@example.org' },
    button: 'Bring it back',
    done: /Your old mail address is back.*All sessions were ended/,
  },
  {
    path: '/unlock',
    operation: 'UnlockSignIn',
    field: 'unlockSignIn',
    answer: {},
    button: 'Unlock',
    done: /Your password signs you in again/,
  },
  {
    path: '/confirm-deletion',
    operation: 'ConfirmAccountDeletion',
    field: 'confirmAccountDeletion',
    answer: { dueAt: '2026-12-09T12:00:00Z' },
    button: 'Delete the account',
    done: /Your account is closed.*Wednesday.* 9 December 2026|December 9, 2026/,
  },
  {
    path: '/cancel-deletion',
    operation: 'CancelAccountDeletion',
    field: 'cancelAccountDeletion',
    answer: { username: 'ada' },
    button: 'Keep the account',
    done: /Your account stays.*ada/,
  },
];

function reply({ operation, field }: Link, answer: Record<string, unknown>, errors: unknown[] = []) {
  const __typename = `${operation.replace('ByLink', '')}Payload`;
  api.answer(operation, () => ({ [field]: { __typename, ...answer, errors } }));
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe.each(links)('$path', (link) => {
  test(`does nothing before its button is pressed, then says what came of it`, async () => {
    reply(link, link.answer);
    const { session, router } = await showGuest(`${link.path}#secret-1`);
    expect(api.asked).toEqual([]);
    await press(link.button);
    await waitFor(() => expect(document.body).toHaveTextContent(link.done));
    expect(api.asked).toEqual([{ operation: link.operation, variables: { input: { token: 'secret-1' } } }]);
    await waitFor(() => expect(session.changed).toHaveBeenCalled());
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
    expect(screen.queryByRole('button', { name: link.button })).not.toBeInTheDocument();
    expect(JSON.stringify(router.state.location)).not.toContain('secret-1');
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
  await screen.findByText('Your mail address is verified');
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
  expect(screen.getByText(/you can have a new link mailed/)).toBeVisible();
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
  expect(await screen.findByText('Your mail address is verified')).toBeVisible();
});

test('the secret of one page is none for another', async () => {
  const { history } = await showGuest('/verify-email#secret-1');
  act(() => history.push('/unlock'));
  expect(await screen.findByText(/needs the whole link/)).toBeVisible();
});

test('deleting names what is lost', async () => {
  await showGuest('/confirm-deletion#secret-1');
  expect(screen.getByText(/sessions and API tokens end at once/)).toBeVisible();
  expect(screen.getByText(/removed for good/)).toBeVisible();
});

test('who keeps the account signs in by the name that is filled in', async () => {
  const cancel = links.at(-1) as Link;
  reply(cancel, cancel.answer);
  await showGuest('/cancel-deletion#secret-1');
  await press(cancel.button);
  await screen.findByText('Your account stays');
  api.answer('Offers', () => ({ serverInfo: { __typename: 'ServerInfo', github: false, sandbox: false } }));
  await userEvent.click(screen.getByRole('link', { name: 'Sign in' }));
  expect(await screen.findByLabelText('User name or mail address')).toHaveValue('ada');
});
