import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, fakeApi } from '../../lib/test-page';
import { account, payload, refused, secondFactorOn, sent, showAccount } from './account.fixture';

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Mail address' }));

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
  expect(card().getByText(/Verified since/)).toBeVisible();
  api.answer('RequestEmailChange', () => ({
    requestEmailChange: payload('RequestEmailChange', {
      viewer: { __typename: 'Viewer', id: ada.id, emailChange: change },
    }),
  }));
  await userEvent.click(card().getByRole('link', { name: 'Change mail address' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the mail address' }));
  expect(router.state.location.search).toEqual({ dialog: 'email' });
  expect(dialog.queryByRole('checkbox')).toBeNull();
  await userEvent.type(dialog.getByLabelText('New mail address'), ' ada@new.example ');
  await userEvent.click(dialog.getByRole('button', { name: 'Send the links' }));
  const underway = within(await screen.findByRole('region', { name: 'Change under way' }));
  expect(underway.getByText('Waits for the link that was mailed to ada@new.example')).toBeVisible();
  expect(underway.getByText('Waits for the link that was mailed to ada@example.org')).toBeVisible();
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
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the mail address' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: /can no longer read mail at ada@example.org/ }));
  await userEvent.type(dialog.getByLabelText('New mail address'), 'ada@example.org');
  await userEvent.click(dialog.getByRole('button', { name: 'Send the links' }));
  expect(await dialog.findByText('This is your address already.')).toBeVisible();
  await waitFor(() => expect(dialog.getByLabelText('New mail address')).toHaveFocus());
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
  expect(card().getByText(/Takes effect by itself/)).toBeVisible();
  api.answer('CancelEmailChange', () => ({
    cancelEmailChange: payload('CancelEmailChange', { email: ada.email }),
  }));
  api.answer('Authentication', () => ({ viewer: account() }));
  await userEvent.click(card().getByRole('button', { name: 'Take back' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Change under way' })).toBeNull());
});
