import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, fakeApi } from '../../lib/test-page';
import { payload, sent, session, sessionsOf, showAccount } from './account.fixture';

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Sessions' }));
const here = session('s-1', { current: true });
const phone = session('s-2', { device: 'Safari on iPhone', methods: ['PASSWORD', 'TOTP'] });

function answerOnly(...left: (typeof here)[]) {
  api.answer('Sessions', () => ({
    viewer: { __typename: 'Viewer', id: ada.id, sessions: sessionsOf(...left) },
  }));
}

test('lists where one is signed in, and ends one', async () => {
  api.answer('RevokeSession', () => ({ revokeSession: payload('RevokeSession', { revokedId: 's-2' }) }));
  await showAccount(api, '', { sessions: sessionsOf(here, phone) });
  const [first, second] = await card().findAllByRole('listitem');
  expect(first).toHaveTextContent('Current session');
  expect(second).toHaveTextContent(/with password(,| and) authenticator app/);
  expect(within(first as HTMLElement).queryByRole('button')).toBeNull();
  answerOnly(here);
  await userEvent.click(card().getByRole('button', { name: 'Sign out Safari on iPhone' }));
  await waitFor(() => expect(card().getAllByRole('listitem')).toHaveLength(1));
  expect(sent(api, 'RevokeSession')).toEqual([{ id: 's-2' }]);
  expect(card().queryByRole('link', { name: 'Sign out other sessions' })).toBeNull();
});

test('ends all others after a question', async () => {
  api.answer('RevokeOtherSessions', () => ({
    revokeOtherSessions: payload('RevokeOtherSessions', { revoked: 1 }),
  }));
  await showAccount(api, '?dialog=end-sessions', { sessions: sessionsOf(here, phone) });
  const dialog = within(await screen.findByRole('dialog', { name: 'Sign out other sessions' }));
  answerOnly(here);
  await userEvent.click(dialog.getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText('1 session signed out')).toBeVisible();
  await waitFor(() => expect(card().getAllByRole('listitem')).toHaveLength(1));
});

test('a fault of the list can be tried again, and the other cards stay', async () => {
  await showAccount(api, '', { otherwise: () => api.fail('Sessions', 'INTERNAL', 'req-7') });
  expect(await card().findByText('req-7')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Password' })).toBeVisible();
  answerOnly(here);
  await userEvent.click(card().getByRole('button', { name: 'Try again' }));
  expect(await card().findByText('Current session')).toBeVisible();
});

test('a session that begins elsewhere shows here at once', async () => {
  const { happens } = await showAccount(api);
  expect(await card().findAllByRole('listitem')).toHaveLength(1);
  answerOnly(here, phone);
  happens('LOGIN_SUCCEEDED');
  expect(await card().findByText('Safari on iPhone')).toBeVisible();
});
