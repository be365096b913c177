import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { leave } from '../../lib/leave';
import { getPasskey, knowsPasskeys, PasskeyCancelled } from '../../lib/passkey';
import { fakeApi } from '../../lib/test-page';
import { showGuest, wrong } from './guest.fixture';

vi.mock('../../lib/leave', () => ({ leave: vi.fn() }));
vi.mock('../../lib/passkey', async (original) => ({
  ...(await original<typeof import('../../lib/passkey')>()),
  knowsPasskeys: vi.fn(() => true),
  getPasskey: vi.fn(),
}));

const api = fakeApi();
const viewer = { __typename: 'Viewer', id: 'viewer-1' };

function offers(github: boolean) {
  api.answer('Offers', () => ({ serverInfo: { __typename: 'ServerInfo', github } }));
}

function answerSignIn(more: Record<string, unknown>) {
  const payload = { __typename: 'SignInPayload', viewer: null, secondFactor: null, errors: [], ...more };
  api.answer('SignIn', () => ({ signIn: payload }));
}

beforeEach(() => {
  vi.mocked(knowsPasskeys).mockReturnValue(true);
  vi.mocked(leave).mockReset();
  vi.mocked(getPasskey).mockReset();
  offers(true);
});

const asked = (operation: string) => api.asked.filter((one) => one.operation === operation);
const button = (name: string) => screen.findByRole('button', { name });

async function signIn() {
  await userEvent.type(screen.getByLabelText('Username or email'), ' ada ');
  await userEvent.type(screen.getByLabelText('Password'), 'correct horse');
  await userEvent.click(await button('Sign in'));
}

describe('by password', () => {
  test('signs in, and the first field has the focus before', async () => {
    answerSignIn({ viewer });
    const { session } = await showGuest('/sign-in');
    expect(screen.getByLabelText('Username or email')).toHaveFocus();
    await signIn();
    await waitFor(() => expect(session.started).toHaveBeenCalled());
    expect(asked('SignIn')[0]?.variables).toEqual({ input: { login: 'ada', password: 'correct horse' } });
  });

  test('goes on to the second step where one is asked for, and to the same page after it', async () => {
    answerSignIn({ secondFactor: { __typename: 'SecondFactorChallenge', methods: ['TOTP', 'PASSKEY'] } });
    const { session, router } = await showGuest('/sign-in?next=profile');
    await signIn();
    const field = await screen.findByLabelText('6-digit code');
    await waitFor(() => expect(field).toHaveFocus());
    expect(router.state.location.href).toBe('/sign-in/second-step?next=profile');
    expect(session.started).not.toHaveBeenCalled();
    expect(screen.queryByText('Use a recovery code instead')).not.toBeInTheDocument();
    expect(await button('Sign in with a passkey')).toBeVisible();
  });

  test('a wrong password is told on the whole, which has the focus', async () => {
    answerSignIn({ errors: [wrong('WRONG_CREDENTIALS', 'Wrong name or password.')] });
    await showGuest('/sign-in');
    await signIn();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Wrong name or password.');
    await waitFor(() => expect(alert).toHaveFocus());
    expect(screen.getByLabelText('Password')).toHaveValue('correct horse');
  });

  test('too many tries count down, send nothing meanwhile, and then may be made again', async () => {
    api.fail('SignIn', 'RATE_LIMITED', 'r1', { retryAfter: 2 });
    await showGuest('/sign-in');
    await signIn();
    const waiting = await screen.findByRole('button', { name: /Try again in [12] s/ });
    expect(screen.getByText('RATE_LIMITED, in words.')).toBeVisible();
    expect(waiting).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(waiting);
    await userEvent.type(screen.getByLabelText('Password'), '{Enter}');
    expect(asked('SignIn')).toHaveLength(1);
    answerSignIn({ viewer });
    await userEvent.click(await button('Sign in'));
    await waitFor(() => expect(asked('SignIn')).toHaveLength(2));
  });
});

describe('by passkey', () => {
  beforeEach(() => {
    const started = {
      __typename: 'StartPasskeyPayload',
      ceremony: 'c1',
      options: '{"challenge":"x"}',
      errors: [],
    };
    api.answer('StartPasskeySignIn', () => ({ startPasskeySignIn: started }));
  });

  const answer = (errors: unknown[]) =>
    api.answer('SignInWithPasskey', () => ({
      signInWithPasskey: { __typename: 'SignInWithPasskeyPayload', viewer, errors },
    }));

  test('sends what the browser answers', async () => {
    vi.mocked(getPasskey).mockResolvedValue('{"id":"k"}');
    answer([]);
    const { session } = await showGuest('/sign-in');
    await userEvent.click(await button('Sign in with a passkey'));
    await waitFor(() => expect(session.started).toHaveBeenCalled());
    expect(vi.mocked(getPasskey).mock.calls[0]?.[0]).toBe('{"challenge":"x"}');
    expect(asked('SignInWithPasskey')[0]?.variables).toEqual({
      input: { ceremony: 'c1', credential: '{"id":"k"}' },
    });
  });

  test('says what the API refuses', async () => {
    vi.mocked(getPasskey).mockResolvedValue('{"id":"k"}');
    answer([wrong('PASSKEY_REFUSED', 'This passkey is not known.', 'input', 'credential')]);
    const { session } = await showGuest('/sign-in');
    await userEvent.click(await button('Sign in with a passkey'));
    expect(await screen.findByText('This passkey is not known.')).toBeVisible();
    expect(session.started).not.toHaveBeenCalled();
  });

  test('sends nothing when it was taken back, and says what the browser could not do', async () => {
    vi.mocked(getPasskey).mockRejectedValueOnce(new PasskeyCancelled());
    await showGuest('/sign-in');
    const use = await button('Sign in with a passkey');
    await userEvent.click(use);
    await waitFor(() => expect(getPasskey).toHaveBeenCalled());
    await waitFor(() => expect(use).toHaveFocus());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    vi.mocked(getPasskey).mockRejectedValueOnce(new Error('no such thing'));
    await userEvent.click(use);
    expect(
      await screen.findByText('Your browser couldn’t use the passkey. Try again or use another method.'),
    ).toBeVisible();
    expect(asked('SignInWithPasskey')).toEqual([]);
  });

  test('is not offered where the browser does not know them', async () => {
    vi.mocked(knowsPasskeys).mockReturnValue(false);
    await showGuest('/sign-in');
    expect(await button('Sign in with GitHub')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sign in with a passkey' })).not.toBeInTheDocument();
  });
});

describe('by GitHub', () => {
  test('is sent there, and comes back to the page that was asked for', async () => {
    const url = 'https://github.example/authorize';
    api.answer('StartGithubSignIn', () => ({
      startGithubSignIn: { __typename: 'StartGithubPayload', url, errors: [] },
    }));
    await showGuest('/sign-in?next=timeline');
    await userEvent.click(await button('Sign in with GitHub'));
    await waitFor(() => expect(leave).toHaveBeenCalledWith(url));
    expect(asked('StartGithubSignIn')[0]?.variables).toMatchObject({ input: { page: 'timeline' } });
  });

  test('is not offered where the server does not know it', async () => {
    offers(false);
    await showGuest('/sign-in');
    await waitFor(() => expect(asked('Offers')).toHaveLength(1));
    await button('Sign in with a passkey');
    expect(screen.queryByRole('button', { name: /GitHub/ })).not.toBeInTheDocument();
  });

  test.each([
    ['taken', /Sign in, then link GitHub under Authentication/],
    ['no-email', /no verified primary email/],
    ['refused', /GitHub sign-in was canceled/],
    ['expired', /started in another browser/],
    ['failed', /couldn’t reach GitHub/],
    ['closing', /scheduled for deletion/],
    ['something-new', /couldn’t reach GitHub/],
  ])('that ended as %s is told in words', async (end, words) => {
    await showGuest(`/sign-in?github=${end}`);
    expect(screen.getByRole('alert')).toHaveTextContent(words);
  });
});
