import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderPage } from '../../lib/test-page';
import { SecretDialog } from './secret-dialog';

const secret = { name: 'Bot', scopes: ['KEYS_READ'] as const, secret: 'ptk_once', renewed: false };

test('closes only for somebody who says that they stored the secret', async () => {
  const onStored = vi.fn();
  renderPage(<SecretDialog secret={secret} onStored={onStored} />);
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.getByText('Save the token before closing. You won’t see it again.')).toBeVisible();
  expect(screen.getByLabelText('I’ve saved this token')).toHaveFocus();
  expect(onStored).not.toHaveBeenCalled();
  await userEvent.click(screen.getByLabelText('I’ve saved this token'));
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(onStored).toHaveBeenCalledOnce();
});

test('fills the secret into the examples, and hands it to the playground in the fragment alone', async () => {
  renderPage(<SecretDialog secret={secret} onStored={() => {}} />);
  expect(screen.getByText(/-H 'Authorization: Bearer ptk_once'/)).toBeVisible();
  await userEvent.click(screen.getByRole('tab', { name: 'JavaScript' }));
  expect(screen.getByText(/connectionParams: { Authorization: 'Bearer ptk_once' }/)).toBeVisible();
  const link = screen.getByRole('link', { name: 'Try it in the playground' });
  const { pathname, search, hash } = new URL(link.getAttribute('href') ?? '', 'http://localhost');
  expect([pathname, search, hash]).toEqual(['/playground/', '', '#token=ptk_once']);
});
