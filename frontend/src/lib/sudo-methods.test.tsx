import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { leave } from './leave';
import { getPasskey, PasskeyCancelled } from './passkey';
import { useSudoAsked } from './sudo-context';
import SudoDialog from './sudo-dialog';
import { ada, fakeApi, renderPage } from './test-page';

vi.mock('./leave', () => ({ leave: vi.fn() }));
vi.mock('./passkey', async (original) => ({
  ...(await original<typeof import('./passkey')>()),
  knowsPasskeys: () => true,
  getPasskey: vi.fn(),
}));

const api = fakeApi();

beforeEach(() => {
  vi.mocked(leave).mockReset();
  vi.mocked(getPasskey).mockReset();
});

function Guard() {
  return <SudoDialog opened={useSudoAsked()} />;
}

function answerSudo(errors: Record<string, unknown>[]) {
  const viewer = errors.length > 0 ? null : { __typename: 'Viewer', id: ada.id };
  api.answer('EnterSudo', () => ({ enterSudo: { __typename: 'EnterSudoPayload', viewer, errors } }));
}

/** Somebody with these methods needs sudo mode; answers with whether they proved who they are. */
async function ask(...sudoMethods: string[]) {
  api.answer('SudoMethods', () => ({ viewer: { __typename: 'Viewer', id: ada.id, sudoMethods } }));
  const { sudo } = renderPage(<Guard />);
  const proved = sudo.ask();
  await screen.findByRole('dialog', { name: 'Confirm it’s you' });
  return proved;
}

const askNow = (...methods: string[]) => ({ proved: ask(...methods) });
const sent = () =>
  api.asked.filter(({ operation }) => operation === 'EnterSudo').map(({ variables }) => variables.input);
const button = (name: string | RegExp) => screen.findByRole('button', { name });

test('a code of the app sends itself', async () => {
  answerSudo([]);
  const { proved } = askNow('TOTP');
  const field = await screen.findByLabelText('6-digit code');
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard('123456');
  expect(await proved).toBe(true);
  expect(sent()).toEqual([{ code: '123456' }]);
});

test('a wrong code is said at the field', async () => {
  answerSudo([
    { __typename: 'InputError', code: 'WRONG_CODE', message: 'This code is wrong.', path: ['input', 'code'] },
  ]);
  askNow('TOTP');
  await userEvent.type(await screen.findByLabelText('6-digit code'), '123456');
  expect(await screen.findByText('This code is wrong.')).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText('6-digit code')).toHaveFocus());
});

test('the first way is asked for, the others are a click away', async () => {
  answerSudo([]);
  const { proved } = askNow('PASSWORD', 'TOTP');
  await screen.findByLabelText('Password');
  await userEvent.click(await button('Authenticator app'));
  const field = await screen.findByLabelText('6-digit code');
  expect(field).toHaveFocus();
  await userEvent.click(await button('Password'));
  await userEvent.type(await screen.findByLabelText('Password'), 'correct horse{Enter}');
  expect(await proved).toBe(true);
  expect(sent()).toEqual([{ password: 'correct horse' }]);
});

test('too many tries count down', async () => {
  api.fail('EnterSudo', 'RATE_LIMITED', 'r1', { retryAfter: 30 });
  askNow('PASSWORD');
  await userEvent.type(await screen.findByLabelText('Password'), 'wrong{Enter}');
  expect(await button(/Try again in \d+ s/)).toHaveAttribute('aria-disabled', 'true');
});

test('a passkey proves it; one that is not given proves nothing', async () => {
  answerSudo([]);
  const started = { __typename: 'StartPasskeyPayload', ceremony: 'c1', options: '{}', errors: [] };
  api.answer('StartPasskeySudo', () => ({ startPasskeySudo: started }));
  vi.mocked(getPasskey).mockRejectedValueOnce(new PasskeyCancelled()).mockResolvedValueOnce('{"id":"k"}');
  const { proved } = askNow('PASSKEY');
  const use = await button('Use your passkey');
  await waitFor(() => expect(use).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(getPasskey).toHaveBeenCalled());
  await waitFor(() => expect(use).toHaveFocus());
  expect(sent()).toEqual([]);
  await userEvent.click(use);
  expect(await proved).toBe(true);
  expect(sent()).toEqual([{ passkey: { ceremony: 'c1', credential: '{"id":"k"}' } }]);
});

test('GitHub is left for, and nothing is proved yet', async () => {
  const url = 'https://github.example/authorize';
  api.answer('StartGithubSudo', () => ({
    startGithubSudo: { __typename: 'StartGithubPayload', url, errors: [] },
  }));
  askNow('GITHUB', 'MAILED_CODE');
  await userEvent.click(await button('Go to GitHub'));
  await waitFor(() => expect(leave).toHaveBeenCalledWith(url));
  expect(sent()).toEqual([]);
});

test('a code is emailed when it is asked for, and typed then', async () => {
  answerSudo([]);
  api.answer('SendSudoCode', () => ({ sendSudoCode: { __typename: 'SendSudoCodePayload', errors: [] } }));
  const { proved } = askNow('MAILED_CODE');
  expect(await screen.findByText('We’ll send a code to ada@example.org.')).toBeVisible();
  expect(api.asked.some(({ operation }) => operation === 'SendSudoCode')).toBe(false);
  await userEvent.click(await button('Email me a code'));
  const field = await screen.findByLabelText('Code from the email');
  expect(field).toHaveFocus();
  await userEvent.keyboard(' 123456 {Enter}');
  expect(await proved).toBe(true);
  expect(sent()).toEqual([{ mailedCode: '123456' }]);
});

test('where the ways cannot be asked for, it says so and tries again', async () => {
  api.fail('SudoMethods', 'INTERNAL', 'req-9');
  const { sudo } = renderPage(<Guard />);
  void sudo.ask();
  expect(await screen.findByText('req-9')).toBeVisible();
  api.answer('SudoMethods', () => ({
    viewer: { __typename: 'Viewer', id: ada.id, sudoMethods: ['PASSWORD'] },
  }));
  await userEvent.click(await button('Try again'));
  expect(await screen.findByLabelText('Password')).toBeVisible();
});
