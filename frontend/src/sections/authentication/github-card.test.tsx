import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { leave } from '../../lib/leave';
import { fakeApi } from '../../lib/test-page';
import { payload, refused, showAccount } from './account.fixture';

vi.mock('../../lib/leave', () => ({ leave: vi.fn() }));

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'GitHub' }));
const github = { __typename: 'GithubIdentity', login: 'ada-l', linkedAt: '2026-11-20T12:00:00Z' };

test('is not there where the server does not know GitHub', async () => {
  await showAccount(api);
  expect(screen.queryByRole('region', { name: 'GitHub' })).toBeNull();
});

test('sends the browser to GitHub to link an account', async () => {
  api.answer('StartGithubLink', () => ({
    startGithubLink: payload('StartGithub', { url: 'https://github.example/authorize' }),
  }));
  await showAccount(api, '', { github: true });
  await userEvent.click(card().getByRole('button', { name: 'Link GitHub account' }));
  await waitFor(() => expect(leave).toHaveBeenCalledWith('https://github.example/authorize'));
});

test('the last way to sign in is not unlinked', async () => {
  api.answer('UnlinkGithub', () => ({
    unlinkGithub: refused('UnlinkGithub', 'LAST_LOGIN_METHOD', 'Set a password first.', [], { viewer: null }),
  }));
  await showAccount(api, '', { github: true, account: { github, loginMethods: ['GITHUB'] } });
  expect(card().getByText('ada-l')).toBeVisible();
  await userEvent.click(card().getByRole('link', { name: 'Unlink' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Unlink GitHub' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Unlink' }));
  expect(await dialog.findByText('Set a password first.')).toBeVisible();
});

test.each([
  ['linked', 'status', /GitHub linked/],
  ['taken', 'alert', /is already linked to another/],
  ['expired', 'alert', /took too long/],
])('back from GitHub: %s is told once, and the address is clean', async (what, role, words) => {
  const { router } = await showAccount(api, `?github=${what}`, { github: true });
  const notice = screen.getAllByRole(role).find((one) => words.test(one.textContent ?? ''));
  expect(notice).toBeVisible();
  await waitFor(() => expect(router.state.location.href).toBe('/authentication'));
  expect(notice).toBeVisible();
});
