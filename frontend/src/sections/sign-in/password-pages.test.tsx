import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeApi } from '../../lib/test-page';
import { showGuest, wrong } from './guest.fixture';

const api = fakeApi();
let sandbox = true;

beforeEach(() => {
  sandbox = true;
  api.answer('Offers', () => ({ serverInfo: { __typename: 'ServerInfo', github: false } }));
  api.answer('Sandbox', () => ({ serverInfo: { __typename: 'ServerInfo', sandbox, simulated: sandbox } }));
});

const sent = (operation: string) =>
  api.asked.filter((one) => one.operation === operation).map(({ variables }) => variables.input);

describe('forgotten password', () => {
  function answer(errors: unknown[]) {
    api.pay('RequestPasswordReset', { errors });
  }

  const ask = async (email: string) => {
    await userEvent.type(screen.getByLabelText('Email'), email);
    await userEvent.click(screen.getByRole('button', { name: 'Send reset link' }));
  };

  test('says the same for every address, and where a sandbox keeps its emails', async () => {
    answer([]);
    await showGuest('/forgot-password');
    await ask(' ada@example.org ');
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent(/If ada@example.org has an account/);
    expect(notice).toHaveFocus();
    expect(sent('RequestPasswordReset')).toEqual([{ email: 'ada@example.org' }]);
    const link = await screen.findByRole('link', { name: 'Open the sandbox inbox' });
    expect(link).toHaveAttribute('href', '/dev/mail');
  });

  test('says nothing of a sandbox where there is none', async () => {
    sandbox = false;
    answer([]);
    await showGuest('/forgot-password');
    await ask('ada@example.org');
    await screen.findByRole('status');
    await waitFor(() => expect(api.asked.some(({ operation }) => operation === 'Sandbox')).toBe(true));
    expect(screen.queryByRole('link', { name: 'Open the sandbox inbox' })).not.toBeInTheDocument();
  });

  test('what is no address is said at the field', async () => {
    answer([wrong('MALFORMED', 'This isn’t an email address.', 'input', 'email')]);
    await showGuest('/forgot-password');
    await ask('ada@');
    expect(await screen.findByText('This isn’t an email address.')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('Email')).toHaveFocus());
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  test('an error of a type that is newer than the page is said, too', async () => {
    answer([{ ...wrong('MALFORMED', 'Not this one.'), __typename: 'NewerError' }]);
    await showGuest('/forgot-password');
    await ask('ada@example.org');
    expect(await screen.findByText('Not this one.')).toBeVisible();
  });
});

describe('another password by an emailed link', () => {
  function answer(errors: unknown[]) {
    api.pay('ResetPassword', { username: errors.length > 0 ? null : 'ada', errors });
  }

  const set = async (password: string) => {
    await userEvent.type(screen.getByLabelText('New password'), password);
    await userEvent.click(screen.getByRole('button', { name: 'Set password' }));
  };

  test('is set, and the sign-in page knows who wants in', async () => {
    answer([]);
    const { session, router } = await showGuest('/reset-password#secret-1');
    expect(router.state.location.href).toBe('/reset-password');
    expect(screen.getByLabelText('New password')).toHaveFocus();
    await set('correct horse battery');
    expect(await screen.findByText('Password updated')).toBeVisible();
    expect(sent('ResetPassword')).toEqual([{ token: 'secret-1', password: 'correct horse battery' }]);
    expect(session.changed).toHaveBeenCalled();
    expect(screen.getByLabelText('Username or email')).toHaveValue('ada');
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  test('too short for the account is said at the field, and may be tried again', async () => {
    answer([wrong('TOO_SHORT', 'At least 15 characters.', 'input', 'password')]);
    await showGuest('/reset-password#secret-1');
    await set('8 chars.');
    expect(await screen.findByText('At least 15 characters.')).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveFocus());
  });

  test('a dead link says so, with a way to a new one', async () => {
    answer([wrong('LINK_INVALID', 'This link does not work any more.', 'input', 'token')]);
    await showGuest('/reset-password#secret-1');
    await set('correct horse battery');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This link does not work any more.');
    await waitFor(() => expect(alert).toHaveFocus());
    expect(screen.queryByLabelText('New password')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'Request a new link' }));
    expect(await screen.findByRole('button', { name: 'Send reset link' })).toBeVisible();
  });

  test('without a secret explains itself', async () => {
    await showGuest('/reset-password');
    expect(screen.getByText(/link is incomplete/)).toBeVisible();
  });
});
