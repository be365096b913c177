import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, fakeApi } from '../../lib/test-page';
import { payload, refused, secondFactorOn, sent, showAccount } from './account.fixture';

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Password' }));

// Pasted: each key that is typed renders the whole page, which a busy machine takes too long for.
async function paste(label: string, text: string) {
  await userEvent.click(card().getByLabelText(label));
  await userEvent.paste(text);
}

async function fillIn(current: string, next: string) {
  await paste('Current password', current);
  await paste('New password', next);
  await userEvent.click(card().getByRole('button', { name: 'Change password' }));
}

test('says how good the password is, and how many sessions its change ended', async () => {
  await showAccount(api);
  api.answer('ChangePassword', () => ({
    changePassword: payload('ChangePassword', {
      viewer: { __typename: 'Viewer', id: ada.id },
      endedSessions: 2,
    }),
  }));
  await paste('New password', 'short one');
  expect(card().getByText(/Too short. Use at least/)).toBeVisible();
  await userEvent.clear(card().getByLabelText('New password'));
  await fillIn('the old one that was', 'quiet lamp under seven bridges');
  expect(await screen.findByText('Password changed, 2 other sessions signed out')).toBeVisible();
  await waitFor(() => expect(card().getByLabelText('New password')).toHaveValue(''));
  expect(sent(api, 'ChangePassword')).toEqual([
    { input: { currentPassword: 'the old one that was', newPassword: 'quiet lamp under seven bridges' } },
  ]);
});

test.each([
  ['WRONG_CREDENTIALS', 'Current password', 'currentPassword'],
  ['NO_CURRENT_PASSWORD', 'Current password', 'currentPassword'],
  ['GUESSABLE', 'New password', 'newPassword'],
])('%s stands at the field “%s”, which has the focus', async (code, label, field) => {
  await showAccount(api);
  api.answer('ChangePassword', () => ({
    changePassword: refused('ChangePassword', code, 'Not this one.', ['input', field], {
      viewer: null,
      endedSessions: 0,
    }),
  }));
  await fillIn('the old one that was', 'quiet lamp under seven bridges');
  expect(await card().findByText('Not this one.')).toBeVisible();
  await waitFor(() => expect(card().getByLabelText(label)).toHaveFocus());
  expect(card().getByLabelText('New password')).toHaveValue('quiet lamp under seven bridges');
});

test('eight characters are enough with a second factor, and seven never', async () => {
  await showAccount(api, '', { account: { twoFactor: secondFactorOn() } });
  await fillIn('the old one that was', 'seven77');
  expect(await card().findByText('Use at least 8 characters.')).toBeVisible();
  expect(sent(api, 'ChangePassword')).toEqual([]);
});

test('without a password, emails the link that sets one', async () => {
  api.answer('SendPasswordLink', () => ({ requestPasswordReset: payload('RequestPasswordReset') }));
  await showAccount(api, '', { account: { loginMethods: ['GITHUB'] } });
  expect(card().queryByLabelText('New password')).toBeNull();
  await userEvent.click(card().getByRole('button', { name: 'Send link' }));
  expect(await card().findByText(/Email sent/)).toBeVisible();
  expect(sent(api, 'SendPasswordLink')).toEqual([{ input: { email: 'ada@example.org' } }]);
});

test('what is typed stays when the page is asked for again in vain', async () => {
  await showAccount(api);
  await userEvent.type(card().getByLabelText('New password'), 'quiet lamp under ');
  api.fail('Authentication', 'INTERNAL', 'req-9');
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(sent(api, 'Authentication')).toHaveLength(2));
  api.fail('ChangePassword', 'INTERNAL', 'req-10');
  await fillIn('the old one that was', 'seven bridges');
  expect(await card().findByText('req-10')).toBeVisible();
  expect(card().getByLabelText('New password')).toHaveValue('quiet lamp under seven bridges');
});

test('an address with #password leads to the first field', async () => {
  await showAccount(api, '#password');
  await waitFor(() => expect(card().getByLabelText('Current password')).toHaveFocus());
});

test('with an open dialog, the focus stays in it', async () => {
  await showAccount(api, '?dialog=email#password');
  await waitFor(() => expect(screen.getByLabelText('New email')).toHaveFocus());
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(screen.getByLabelText('New email')).toHaveFocus();
});
