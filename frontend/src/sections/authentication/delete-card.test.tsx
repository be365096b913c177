import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, fakeApi } from '../../lib/test-page';
import { payload, sent, showAccount } from './account.fixture';

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Delete account' }));
const shop = { __typename: 'NamedApp', id: 'a-1', name: 'shop' };

function deletion(more: Record<string, unknown> = {}) {
  return { __typename: 'AccountDeletion', ownedApps: [], linkExpiresAt: null, graceDays: 14, ...more };
}

test('lists the apps that are left, with the way to each, and offers nothing yet', async () => {
  await showAccount(api, '?dialog=delete', { account: { deletion: deletion({ ownedApps: [shop] }) } });
  expect(card().getByRole('link', { name: 'shop' })).toHaveAttribute('href', '/apps/shop?tab=settings');
  expect(card().getByRole('button', { name: 'Delete account' })).toBeDisabled();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('wants the username, then waits for the emailed link', async () => {
  api.answer('DeleteAccount', () => ({
    deleteAccount: payload('DeleteAccount', {
      viewer: {
        __typename: 'Viewer',
        id: ada.id,
        deletion: deletion({ linkExpiresAt: '2126-11-20T12:00:00Z' }),
      },
    }),
  }));
  await showAccount(api);
  await userEvent.click(card().getByRole('link', { name: 'Delete account' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete account “ada”' }));
  await userEvent.type(dialog.getByRole('textbox'), 'adam{Enter}');
  expect(dialog.getByText('Type “ada” exactly as shown.')).toBeVisible();
  expect(sent(api, 'DeleteAccount')).toEqual([]);
  await userEvent.type(dialog.getByRole('textbox'), '{Backspace}{Enter}');
  expect(await card().findByText(/Check your email to confirm/)).toBeVisible();
  expect(card().getByRole('link', { name: 'Send new link' })).toBeVisible();
});

test('an app that came in between is named', async () => {
  const error = {
    __typename: 'AppsRemainError',
    message: 'You own apps.',
    code: 'APPS_REMAIN',
    path: [],
    apps: [shop],
  };
  api.answer('DeleteAccount', () => ({
    deleteAccount: payload('DeleteAccount', { viewer: null, errors: [error] }),
  }));
  await showAccount(api, '?dialog=delete');
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete account “ada”' }));
  await userEvent.type(dialog.getByRole('textbox'), 'ada{Enter}');
  await waitFor(() => expect(dialog.getByText('You own apps. (shop)')).toBeVisible());
});
