import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { deviceTimeZone } from '../../lib/dates';
import { fakeApi } from '../../lib/test-page';
import { showGuest, wrong } from './guest.fixture';

const api = fakeApi();

beforeEach(() => api.answer('Offers', () => ({ serverInfo: { __typename: 'ServerInfo', github: true } })));

function answer(errors: unknown[]) {
  const viewer = errors.length > 0 ? null : { __typename: 'Viewer', id: 'viewer-1' };
  api.answer('SignUp', () => ({ signUp: { __typename: 'SignUpPayload', viewer, errors } }));
}

async function fillIn(password: string) {
  await userEvent.type(screen.getByLabelText('Username'), 'ada');
  await userEvent.type(screen.getByLabelText('Email'), 'ada@example.org');
  await userEvent.type(screen.getByLabelText('Password'), password);
}

const create = () => userEvent.click(screen.getByRole('button', { name: 'Create account' }));

test('makes an account, and says meanwhile how good the password is', async () => {
  answer([]);
  const { session } = await showGuest('/sign-up');
  await fillIn('fourteen chars');
  expect(screen.getByText('Too short. Use at least 15 characters.')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Password'), '!!');
  expect(screen.getByText('Good')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Password'), '{Backspace>16/}ada and Portico');
  expect(screen.getByText(/^Too easy to guess/)).toBeVisible();
  await create();
  await waitFor(() => expect(session.started).toHaveBeenCalled());
  expect(screen.getByRole('button', { name: 'Sign up with GitHub' })).toBeVisible();
});

test('what the server refuses is said at its field, and nothing is lost', async () => {
  answer([wrong('GUESSABLE', 'This password is guessed first.', 'input', 'password')]);
  const { session } = await showGuest('/sign-up');
  await fillIn('password password');
  await create();
  expect(await screen.findByText('This password is guessed first.')).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText('Password')).toHaveFocus());
  expect(screen.getByLabelText('Username')).toHaveValue('ada');
  expect(session.started).not.toHaveBeenCalled();
});

test('the account gets the time zone of this device', async () => {
  answer([]);
  const { session } = await showGuest('/sign-up');
  await fillIn('ada and her engine');
  await create();
  await waitFor(() => expect(session.started).toHaveBeenCalled());
  const [sent] = api.asked.filter(({ operation }) => operation === 'SignUp');
  expect(sent?.variables.input).toMatchObject({ timeZone: deviceTimeZone() });
});
