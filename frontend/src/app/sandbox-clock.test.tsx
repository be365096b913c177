import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeApi, renderPage } from '../lib/test-page';
import SandboxClock from './sandbox-clock';

const api = fakeApi();
const clock = { __typename: 'Sandbox', now: '2026-11-20T12:00:00Z', offsetSeconds: 3600, nextDueAt: null };

function show(sandbox: object | null = clock) {
  api.answer('SandboxClock', () => ({ sandbox }));
  return renderPage(<SandboxClock />);
}

test('moves the clock by a day', async () => {
  show();
  api.pay('SandboxAdvanceClock', { sandbox: { ...clock, offsetSeconds: 90_000 } });
  await userEvent.click(await screen.findByRole('button', { name: 'One day ahead' }));
  await waitFor(() =>
    expect(api.asked).toContainEqual({
      operation: 'SandboxAdvanceClock',
      variables: { input: { seconds: 86_400 } },
    }),
  );
});

test('moves the clock to the end of the month', async () => {
  show();
  api.pay('SandboxAdvanceClock', { sandbox: clock });
  await userEvent.click(await screen.findByRole('button', { name: 'To the month’s end' }));
  await waitFor(() =>
    expect(api.asked).toContainEqual({
      operation: 'SandboxAdvanceClock',
      variables: { input: { until: 'MONTH_END' } },
    }),
  );
});

test('goes to what is due next only where something is due', async () => {
  show();
  expect(await screen.findByText('No work waiting')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'To the next due work' })).toBeNull();
});

test('says when something is due', async () => {
  show({ ...clock, nextDueAt: new Date(Date.now() + 2 * 3_600_000).toISOString() });
  expect(await screen.findByRole('button', { name: 'To the next due work' })).toBeVisible();
});

test('says what is wrong', async () => {
  show();
  const error = { __typename: 'InputError', message: 'Nothing moves.', code: 'OUT_OF_RANGE', path: [] };
  api.pay('SandboxAdvanceClock', { sandbox: null, errors: [error] });
  await userEvent.click(await screen.findByRole('button', { name: 'One hour ahead' }));
  expect(await screen.findByText('Nothing moves.')).toBeVisible();
});

test('shows nothing where there is no clock', async () => {
  const { container } = show(null);
  await waitFor(() => expect(api.asked).not.toEqual([]));
  expect(container.querySelector('footer')).toBeNull();
});
