import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, fakeApi } from '../../lib/test-page';
import { account, payload, refused, secondFactorOn, sent, showAccount } from './account.fixture';

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Email' }));

const change = {
  __typename: 'EmailChange',
  newEmail: 'ada@new.example',
  newConfirmedAt: null,
  oldConfirmedAt: null,
  oldMailboxLost: false,
  dueAt: null,
  expiresAt: '2126-11-20T12:00:00Z',
};

test('sends the link again for an address that is not verified', async () => {
  api.answer('ResendVerification', () => ({ resendVerification: payload('ResendVerification') }));
  await showAccount(api, '', { account: { emailVerifiedAt: null } });
  expect(card().getByText(/Not verified/)).toBeVisible();
  await userEvent.click(card().getByRole('button', { name: 'Resend email' }));
  expect(await screen.findByText('Email sent to ada@example.org')).toBeVisible();
});

test('asks for another address, and shows what is still missing', async () => {
  const { router } = await showAccount(api);
  expect(card().getByText(/^Verified /)).toBeVisible();
  api.answer('RequestEmailChange', () => ({
    requestEmailChange: payload('RequestEmailChange', {
      viewer: { __typename: 'Viewer', id: ada.id, emailChange: change },
    }),
  }));
  await userEvent.click(card().getByRole('link', { name: 'Change email' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change email' }));
  expect(router.state.location.search).toEqual({ dialog: 'email' });
  expect(dialog.queryByRole('checkbox')).toBeNull();
  await userEvent.type(dialog.getByLabelText('New email'), ' ada@new.example ');
  await userEvent.click(dialog.getByRole('button', { name: 'Send links' }));
  const underway = within(await screen.findByRole('region', { name: 'Change pending' }));
  expect(underway.getByText('Waiting for confirmation from ada@new.example')).toBeVisible();
  expect(underway.getByText('Waiting for confirmation from ada@example.org')).toBeVisible();
  expect(sent(api, 'RequestEmailChange')).toEqual([
    { input: { email: 'ada@new.example', oldMailboxLost: false } },
  ]);
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

test('with a second factor, offers the way without the old mailbox; errors find their fields', async () => {
  const path = ['input', 'email'];
  await showAccount(api, '?dialog=email', { account: { twoFactor: secondFactorOn() } });
  api.answer('RequestEmailChange', () => ({
    requestEmailChange: refused('RequestEmailChange', 'UNCHANGED', 'This is your address already.', path, {
      viewer: null,
    }),
  }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change email' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: /no longer have access to ada@example.org/ }));
  await userEvent.type(dialog.getByLabelText('New email'), 'ada@example.org');
  await userEvent.click(dialog.getByRole('button', { name: 'Send links' }));
  expect(await dialog.findByText('This is your address already.')).toBeVisible();
  await waitFor(() => expect(dialog.getByLabelText('New email')).toHaveFocus());
  expect(sent(api, 'RequestEmailChange')).toEqual([
    { input: { email: 'ada@example.org', oldMailboxLost: true } },
  ]);
});

test('takes the change back', async () => {
  const lost = { ...change, newConfirmedAt: '2026-11-20T12:00:00Z', oldMailboxLost: true };
  await showAccount(api, '', {
    account: { emailChange: { ...lost, dueAt: '2126-11-20T12:00:00Z' }, twoFactor: secondFactorOn() },
  });
  expect(card().getByText('ada@new.example has confirmed')).toBeVisible();
  expect(card().getByText(/Takes effect/)).toBeVisible();
  api.answer('CancelEmailChange', () => ({
    cancelEmailChange: payload('CancelEmailChange', { email: ada.email }),
  }));
  api.answer('Authentication', () => ({ viewer: account() }));
  await userEvent.click(card().getByRole('button', { name: 'Cancel change' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Change pending' })).toBeNull());
});
