import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeApi } from '../../lib/test-page';
import { account, payload, refused, sent, showAccount } from './account.fixture';

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Passkeys' }));
const create = vi.fn();
const signalUnknownCredential = vi.fn();

const options = JSON.stringify({
  challenge: 'AQ',
  rp: { id: 'portico.example', name: 'Portico' },
  user: { id: 'AQ', name: 'ada', displayName: 'Ada' },
  pubKeyCredParams: [],
});

/** What a password manager makes in the place of the browser. */
const made = {
  id: 'Ag',
  rawId: new Uint8Array([2]).buffer,
  response: { clientDataJSON: new Uint8Array([3]).buffer, attestationObject: new Uint8Array([4]).buffer },
  toJSON: () => {
    throw new TypeError('Illegal invocation');
  },
};

const laptop = {
  __typename: 'Passkey',
  id: 'p-1',
  name: 'Laptop',
  createdAt: '2026-11-20T12:00:00Z',
  lastUsedAt: null,
  synced: true,
};

beforeEach(() => {
  create.mockReset();
  signalUnknownCredential.mockReset();
  const known = Object.assign(() => {}, { signalUnknownCredential });
  vi.stubGlobal('PublicKeyCredential', known);
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { create } });
  api.answer('StartPasskey', () => ({
    startPasskey: payload('StartPasskey', { ceremony: 'c-1', options }),
  }));
});

async function add(name: string) {
  const dialog = within(await screen.findByRole('dialog', { name: 'Add passkey' }));
  if (name) await userEvent.type(dialog.getByLabelText('Name'), name);
  await userEvent.click(dialog.getByRole('button', { name: 'Continue' }));
  return dialog;
}

test('adds the passkey that the browser makes', async () => {
  create.mockResolvedValue(made);
  api.answer('AddPasskey', () => ({ addPasskey: payload('AddPasskey', { passkey: laptop }) }));
  await showAccount(api);
  expect(card().getByText('No passkeys yet.')).toBeVisible();
  api.answer('Authentication', () => ({ viewer: account({ passkeys: [laptop] }) }));
  await userEvent.click(card().getByRole('link', { name: 'Add passkey' }));
  await add('Laptop');
  expect(await screen.findByText('Passkey Laptop added')).toBeVisible();
  const credential = JSON.stringify({
    id: 'Ag',
    rawId: 'Ag',
    type: 'public-key',
    response: { clientDataJSON: 'Aw', attestationObject: 'BA' },
    clientExtensionResults: {},
  });
  expect(sent(api, 'AddPasskey')).toEqual([{ input: { ceremony: 'c-1', credential, name: 'Laptop' } }]);
  expect(signalUnknownCredential).not.toHaveBeenCalled();
  const row = within(await card().findByRole('listitem'));
  expect(row.getByText('Synced')).toBeVisible();
});

test('cancelled at the browser, nothing is said and nothing is sent', async () => {
  create.mockRejectedValue(new DOMException('cancelled', 'NotAllowedError'));
  await showAccount(api, '?dialog=passkey');
  const dialog = await add('');
  const again = dialog.getByRole('button', { name: 'Continue' });
  await waitFor(() => expect(again).not.toHaveAttribute('data-loading'));
  expect(create).toHaveBeenCalledOnce();
  expect(dialog.queryByRole('alert')).toBeNull();
  expect(sent(api, 'AddPasskey')).toEqual([]);
});

test('a device that has one already says so', async () => {
  create.mockRejectedValue(new DOMException('there', 'InvalidStateError'));
  await showAccount(api, '?dialog=passkey');
  const dialog = await add('');
  expect(await dialog.findByText(/already has a passkey for your account/)).toBeVisible();
});

test('an answer that the server refuses says why, and the device forgets it', async () => {
  create.mockResolvedValue(made);
  api.answer('AddPasskey', () => ({
    addPasskey: refused('AddPasskey', 'PASSKEY_REFUSED', 'That came too late.', [], { passkey: null }),
  }));
  await showAccount(api, '?dialog=passkey');
  expect(await (await add('')).findByText('That came too late.')).toBeVisible();
  expect(signalUnknownCredential).toHaveBeenCalledWith({ rpId: 'portico.example', credentialId: 'Ag' });
});

test('a passkey that the server may have taken is not forgotten', async () => {
  create.mockResolvedValue(made);
  api.fail('AddPasskey', 'INTERNAL', 'req-1');
  await showAccount(api, '?dialog=passkey');
  expect(await (await add('')).findByText('req-1')).toBeVisible();
  expect(signalUnknownCredential).not.toHaveBeenCalled();
});

test('renames in place, and the last way to sign in is not removed', async () => {
  api.answer('RenamePasskey', () => ({
    renamePasskey: payload('RenamePasskey', { passkey: { ...laptop, name: 'Desk' } }),
  }));
  api.answer('RemovePasskey', () => ({
    removePasskey: refused('RemovePasskey', 'LAST_LOGIN_METHOD', 'It is the last one.', [], {
      removedId: null,
    }),
  }));
  await showAccount(api, '', { account: { passkeys: [laptop] } });
  await userEvent.click(card().getByRole('button', { name: 'Actions for passkey Laptop' }));
  await userEvent.click(await card().findByRole('menuitem', { name: 'Rename passkey Laptop' }));
  await userEvent.clear(card().getByLabelText('Passkey name'));
  await userEvent.type(card().getByLabelText('Passkey name'), 'Desk{Enter}');
  const actions = await card().findByRole('button', { name: 'Actions for passkey Desk' });
  await waitFor(() => expect(actions).toHaveFocus());
  await userEvent.click(actions);
  await userEvent.click(await card().findByRole('menuitem', { name: 'Remove passkey Desk' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove passkey “Desk”' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Remove passkey' }));
  expect(await dialog.findByText('It is the last one.')).toBeVisible();
});

test('a browser without passkeys says so', async () => {
  vi.stubGlobal('PublicKeyCredential', undefined);
  await showAccount(api, '?dialog=passkey');
  expect(card().getByText(/This browser doesn’t support passkeys/)).toBeVisible();
  expect(card().queryByRole('link', { name: 'Add passkey' })).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
});
