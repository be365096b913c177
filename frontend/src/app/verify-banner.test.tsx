import { createRootRoute } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ada, fakeApi } from '../lib/test-page';
import { renderRoutes } from '../lib/test-router';
import { VerifyBanner } from './verify-banner';

const api = fakeApi();
const unverified = { ...ada, emailVerifiedAt: null };
const banner = { name: 'Email not verified' };

beforeEach(() => sessionStorage.clear());

async function show(viewer: typeof unverified | typeof ada) {
  const root = createRootRoute({
    component: () => (
      <>
        <p>below</p>
        <VerifyBanner viewer={viewer} />
      </>
    ),
  });
  const view = renderRoutes(root, '/');
  await screen.findByText('below');
  return view;
}

test('sends the link again, and leads to the address', async () => {
  api.pay('ResendVerification');
  await show(unverified);
  expect(screen.getByRole('region', banner)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Change it' })).toHaveAttribute('href', '/authentication#email');
  await userEvent.click(screen.getByRole('button', { name: 'Resend email' }));
  expect(await screen.findByText('Email sent to ada@example.org')).toBeVisible();
});

test('leads to the inbox where a sandbox sends no email, and only there', async () => {
  const { unmount } = await show(unverified);
  await waitFor(() => expect(screen.getByRole('region', banner)).toBeVisible());
  expect(screen.queryByRole('link', { name: 'Open the sandbox inbox' })).toBeNull();
  unmount();
  api.answer('Sandbox', () => ({ serverInfo: { __typename: 'ServerInfo', sandbox: true, simulated: true } }));
  await show(unverified);
  const inbox = await screen.findByRole('link', { name: 'Open the sandbox inbox' });
  expect(inbox).toHaveAttribute('href', '/dev/mail');
});

test('put off, it stays away for this tab', async () => {
  const { unmount } = await show(unverified);
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  await waitFor(() => expect(screen.queryByRole('region', banner)).toBeNull());
  unmount();
  await show(unverified);
  expect(screen.queryByRole('region', banner)).toBeNull();
});

test('a verified address needs none', async () => {
  await show(ada);
  expect(screen.queryByRole('region', banner)).toBeNull();
});
