import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeApi, renderPage } from '../../lib/test-page';
import { AddKeyForm } from './add-key-form';

const api = fakeApi();
const line = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 ada@laptop';
const sshKey = { __typename: 'SshKey', id: 'k1', name: 'ada@laptop' };
const taken = {
  __typename: 'SshKeyTakenError',
  message: 'This key is in use already.',
  code: 'SSH_KEY_TAKEN',
  path: ['input', 'publicKey'],
  challenge: 'c-1',
  namespace: 'portico',
};

test('sends the line without its line break, and closes', async () => {
  api.pay('AddSshKey', { sshKey });
  const onClose = vi.fn();
  renderPage(<AddKeyForm onClose={onClose} />);
  await userEvent.click(screen.getByLabelText('Public key'));
  await userEvent.paste(`${line}\n`);
  expect(screen.getByLabelText('Name')).toHaveAttribute('placeholder', 'ada@laptop');
  await userEvent.click(screen.getByRole('button', { name: 'Add key' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(api.asked[0]?.variables).toEqual({ input: { publicKey: line, name: '' } });
});

test('never sends what looks like a private key', async () => {
  const onClose = vi.fn();
  renderPage(<AddKeyForm onClose={onClose} />);
  await userEvent.click(screen.getByLabelText('Public key'));
  await userEvent.paste('-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE');
  expect(await screen.findByText(/That’s a private key/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Add key' }));
  await waitFor(() => expect(screen.getByLabelText('Public key')).toHaveFocus());
  expect(api.asked).toEqual([]);
  expect(onClose).not.toHaveBeenCalled();
});

test('puts what the server says at its field, with the focus, and keeps the line', async () => {
  api.pay('AddSshKey', { sshKey: null, errors: [taken] });
  renderPage(<AddKeyForm onClose={() => {}} />);
  await userEvent.click(screen.getByLabelText('Public key'));
  await userEvent.paste(line);
  await userEvent.click(screen.getByRole('button', { name: 'Add key' }));
  expect(await screen.findByText('This key is in use already.')).toBeVisible();
  const field = screen.getByLabelText('Public key');
  await waitFor(() => expect(field).toHaveFocus());
  expect(field).toHaveValue(line);
  await userEvent.type(field, 'x'); // another key: there is nothing to prove
  expect(screen.queryByRole('button', { name: 'Verify it’s my key' })).not.toBeInTheDocument();
});

test('shows the request id of a fault that is not the user’s', async () => {
  api.fail('AddSshKey', 'INTERNAL', 'req-42');
  renderPage(<AddKeyForm onClose={() => {}} />);
  await userEvent.click(screen.getByLabelText('Public key'));
  await userEvent.paste(line);
  await userEvent.click(screen.getByRole('button', { name: 'Add key' }));
  expect(await screen.findByText('req-42')).toBeVisible();
  expect(screen.getByLabelText('Public key')).toHaveValue(line);
});

test('lets the holder of a key in use prove it by a signature', async () => {
  api.pay('AddSshKey', { sshKey: null, errors: [taken] });
  api.pay('ProveSshKey', { sshKey });
  const onClose = vi.fn();
  renderPage(<AddKeyForm onClose={onClose} />);
  await userEvent.click(screen.getByLabelText('Public key'));
  await userEvent.paste(line);
  await userEvent.click(screen.getByRole('button', { name: 'Add key' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Verify it’s my key' }));
  expect(await screen.findByText(/echo c-1 \| ssh-keygen -Y sign -n portico/)).toBeVisible();
  await userEvent.click(screen.getByLabelText('Signature'));
  await userEvent.paste('nothing of the sort');
  await userEvent.click(screen.getByRole('button', { name: 'Verify and add key' }));
  expect(await screen.findByText(/from BEGIN to END/)).toBeVisible();
  await userEvent.clear(screen.getByLabelText('Signature'));
  const signature = '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----';
  await userEvent.click(screen.getByLabelText('Signature'));
  await userEvent.paste(signature);
  await userEvent.click(screen.getByRole('button', { name: 'Verify and add key' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(api.asked.at(-1)?.variables).toEqual({
    input: { publicKey: line, name: '', challenge: 'c-1', signature },
  });
  // The answer that the key is in use brought what to sign.
  expect(api.asked.map(({ operation }) => operation)).toEqual(['AddSshKey', 'ProveSshKey']);
});
