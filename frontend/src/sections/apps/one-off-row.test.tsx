import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { OneOffRowFragment } from '../../gql/graphql';
import { fakeApi, renderPage } from '../../lib/test-page';
import { OneOffRow } from './one-off-row';

fakeApi();

const ended: OneOffRowFragment = {
  id: 'oof_1',
  command: 'rake db:migrate',
  status: 'ENDED',
  exitCode: 0,
  endReason: 'EXITED',
  startedAt: '2026-11-20T12:00:00Z',
  endedAt: '2026-11-20T12:01:05Z',
  plan: { name: 'M' },
  startedBy: { id: 'acc_1', username: 'ada' },
};

const show = (more: Partial<OneOffRowFragment>) =>
  renderPage(
    <ul>
      <OneOffRow oneOff={{ ...ended, ...more }} mayStop />
    </ul>,
  );

test('says for how long it ran', () => {
  show({});
  expect(screen.getByText('Ran for 1 min 5 sec')).toBeVisible();
});

test('says with which code it exited', () => {
  show({ exitCode: 3 });
  expect(screen.getByText('Exit code 3')).toBeVisible();
});

test.each([
  ['EXITED', 'Ended'],
  ['USER', 'Stopped'],
  ['PAYMENT_FAILURE', 'Stopped because a payment failed'],
  ['OPERATOR', 'Stopped by the operator'],
  [null, 'Ended'],
] as const)('says of an end by %s: %s', (endReason, said) => {
  show({ endReason, exitCode: null });
  expect(within(screen.getByRole('listitem')).getByText(said)).toBeVisible();
});

test('one that never ran has no duration', () => {
  show({ startedAt: null, endReason: 'USER', exitCode: null });
  expect(screen.queryByText(/Ran for/)).toBeNull();
});

const long = `echo ${'x'.repeat(200)}`;

test('a very long command can be shown in full', async () => {
  show({ command: long });
  const button = screen.getByRole('button', { name: 'Show whole command' });
  await userEvent.click(button);
  expect(screen.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
});

test('a very long command is cut until then', () => {
  show({ command: long });
  expect(screen.getByText(long)).toHaveAttribute('data-line-clamp', 'true');
});

test('a menu is not named by all of a very long command', () => {
  show({ command: long, status: 'RUNNING', endedAt: null });
  const menu = screen.getByRole('button', { name: /^Actions for/ });
  expect(menu.getAttribute('aria-label')?.length).toBeLessThan(80);
});

test('a short command is shown as it is', () => {
  show({});
  expect(screen.queryByRole('button', { name: 'Show whole command' })).toBeNull();
});
