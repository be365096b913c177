import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeApi } from '../../lib/test-page';
import { showGuest, wrong } from './guest.fixture';
import { announceSecondStep } from './second-step-tabs';

const api = fakeApi();

function answer(errors: unknown[]) {
  const viewer = errors.length > 0 ? null : { __typename: 'Viewer', id: 'viewer-1' };
  const payload = { __typename: 'VerifySecondFactorPayload', viewer, errors };
  api.answer('VerifySecondFactor', () => ({ verifySecondFactor: payload }));
}

const field = () => screen.findByLabelText('6-digit code');
const sent = () => api.asked.map(({ variables }) => variables.input);

test('a code sends itself when it is complete, however it is written', async () => {
  answer([]);
  const { session } = await showGuest('/sign-in/second-step');
  expect(await field()).toHaveFocus();
  expect(await field()).toHaveAttribute('autocomplete', 'one-time-code');
  await userEvent.paste('123 456');
  await waitFor(() => expect(session.started).toHaveBeenCalled());
  expect(sent()).toEqual([{ code: '123456' }]);
});

test('a wrong code is said at the field, and the next one takes its place', async () => {
  answer([wrong('WRONG_CODE', 'This code is wrong.', 'input', 'code')]);
  const { session } = await showGuest('/sign-in/second-step');
  await userEvent.type(await field(), '111111');
  expect(await screen.findByText('This code is wrong.')).toBeVisible();
  await waitFor(async () => expect(await field()).toHaveFocus());
  answer([]);
  await userEvent.keyboard('222222');
  await waitFor(() => expect(session.started).toHaveBeenCalled());
  expect(sent()).toEqual([{ code: '111111' }, { code: '222222' }]);
});

test('a recovery code instead has an address, and "back" takes it back', async () => {
  answer([]);
  const { session, router, history } = await showGuest('/sign-in/second-step?next=profile');
  await userEvent.click(await screen.findByRole('link', { name: 'Use a recovery code instead' }));
  const code = await screen.findByLabelText('Recovery code');
  await waitFor(() => expect(code).toHaveFocus());
  expect(router.state.location.href).toBe('/sign-in/second-step?next=profile&with=recovery-code');
  history.back();
  await field();
  history.forward();
  await userEvent.type(await screen.findByLabelText('Recovery code'), ' abcd-efgh {Enter}');
  await waitFor(() => expect(session.started).toHaveBeenCalled());
  expect(sent()).toEqual([{ recoveryCode: 'abcd-efgh' }]);
});

test.each(['WRONG_CREDENTIALS', 'WRONG_CODE'])(
  'where nothing waits any more (%s) it begins anew',
  async (code) => {
    answer([wrong(code, 'Sign in again from the start.')]);
    const { router } = await showGuest('/sign-in/second-step?next=profile');
    api.answer('Offers', () => ({ serverInfo: { __typename: 'ServerInfo', github: false } }));
    await userEvent.type(await field(), '123456');
    expect(
      await screen.findByText(/timed out, ended in another tab, or had too many wrong codes/),
    ).toBeVisible();
    expect(router.state.location.href).toBe('/sign-in?next=profile');
  },
);

test('a second step that starts in another tab ends the one here', async () => {
  const { router } = await showGuest('/sign-in/second-step?next=profile');
  api.answer('Offers', () => ({ serverInfo: { __typename: 'ServerInfo', github: false } }));
  await field();
  announceSecondStep();
  expect(await screen.findByText(/another sign-in in a different tab/)).toBeVisible();
  expect(router.state.location.href).toBe('/sign-in?next=profile');
  expect(api.asked.map(({ operation }) => operation)).not.toContain('VerifySecondFactor');
});

test('too many codes count down', async () => {
  api.fail('VerifySecondFactor', 'RATE_LIMITED', 'r1', { retryAfter: 30 });
  await showGuest('/sign-in/second-step');
  await userEvent.type(await field(), '123456');
  expect(await screen.findByRole('button', { name: /Try again in \d+ s/ })).toBeVisible();
});
