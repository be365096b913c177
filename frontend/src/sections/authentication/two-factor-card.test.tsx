import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, fakeApi } from '../../lib/test-page';
import { payload, refused, secondFactorOn, sent, showAccount, twoFactor } from './account.fixture';

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Two-factor authentication' }));
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));
const codes = ['aaaa-1111', 'bbbb-2222'];
const on = { __typename: 'Viewer', id: ada.id, twoFactor: secondFactorOn() };

function answerEnrolment() {
  api.answer('StartTotp', () => ({
    startTotp: payload('StartTotp', { secret: 'ABCDEFGHIJ', qrSvg: '<svg xmlns="x"/>' }),
  }));
  api.answer('ConfirmTotp', () => ({ confirmTotp: payload('ConfirmTotp', { recoveryCodes: codes }) }));
  api.answer('ConfirmRecoveryCodes', () => ({
    confirmRecoveryCodes: payload('ConfirmRecoveryCodes', { viewer: on }),
  }));
}

test('sets up an app: picture, code, saved codes, on', async () => {
  answerEnrolment();
  const { router } = await showAccount(api);
  await userEvent.click(card().getByRole('link', { name: 'Set up authenticator app' }));
  const steps = await dialog('Set up authenticator app');
  await userEvent.click(steps.getByRole('button', { name: 'Get started' }));
  const picture = await steps.findByRole('img', { name: /QR code/ });
  expect(picture).toHaveAttribute('src', 'data:image/svg+xml,%3Csvg%20xmlns%3D%22x%22%2F%3E');
  expect(steps.getByText('ABCD EFGH IJ')).toBeVisible();
  expect(steps.getByLabelText('6-digit code')).toHaveFocus();
  await userEvent.keyboard('123 456{Enter}');
  expect(await steps.findByText('aaaa-1111')).toBeVisible();
  expect(steps.getByRole('link', { name: 'Download' })).toHaveAttribute('download', 'portico-ada.txt');

  await userEvent.keyboard('{Escape}');
  await userEvent.click(steps.getByRole('button', { name: 'Done' }));
  expect(steps.getByText('Save your codes before closing. You won’t see them again.')).toBeVisible();
  expect(sent(api, 'ConfirmRecoveryCodes')).toEqual([]);

  await userEvent.click(steps.getByLabelText('I’ve saved my recovery codes'));
  await userEvent.click(steps.getByRole('button', { name: 'Done' }));
  expect(await card().findByText(/On since/)).toBeVisible();
  expect(card().getByText('10 recovery codes left')).toBeVisible();
  expect(sent(api, 'ConfirmTotp')).toEqual([{ input: { code: '123456' } }]);
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

test('a wrong code stands at its field, and the picture stays', async () => {
  answerEnrolment();
  api.answer('ConfirmTotp', () => ({
    confirmTotp: refused('ConfirmTotp', 'WRONG_CODE', 'The code is wrong.', ['input', 'code'], {
      recoveryCodes: null,
    }),
  }));
  await showAccount(api, '?dialog=totp');
  const steps = await dialog('Set up authenticator app');
  await userEvent.click(steps.getByRole('button', { name: 'Get started' }));
  await userEvent.type(await steps.findByLabelText('6-digit code'), '12345{Enter}');
  expect(await steps.findByText('Enter the 6-digit code.')).toBeVisible();
  await userEvent.type(steps.getByLabelText('6-digit code'), '6{Enter}');
  expect(await steps.findByText('The code is wrong.')).toBeVisible();
  await waitFor(() => expect(steps.getByLabelText('6-digit code')).toHaveFocus());
  expect(steps.getByRole('img', { name: /QR code/ })).toBeVisible();
});

test('what was begun before a reload is begun again', async () => {
  await showAccount(api, '', { account: { twoFactor: twoFactor({ awaitsRecoveryCodes: true }) } });
  expect(card().getByText(/Setup isn’t finished/)).toBeVisible();
  expect(card().getByRole('link', { name: 'Start over' })).toBeVisible();
});

test('warns when few codes are left, and makes new ones', async () => {
  api.answer('RenewRecoveryCodes', () => ({
    renewRecoveryCodes: payload('RenewRecoveryCodes', { recoveryCodes: codes }),
  }));
  const { router } = await showAccount(api, '', {
    account: { twoFactor: secondFactorOn({ recoveryCodesLeft: 3 }) },
  });
  expect(card().getByText(/3 recovery codes left. Generate new ones/)).toBeVisible();
  await userEvent.click(card().getByRole('link', { name: 'Generate recovery codes' }));
  const steps = await dialog('Generate recovery codes');
  await userEvent.click(steps.getByRole('button', { name: 'Generate new codes' }));
  expect(await steps.findByText('bbbb-2222')).toBeVisible();
  void router.navigate({ to: '/authentication', search: {} });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(router.state.location.search).toEqual({ dialog: 'recovery-codes' });
  expect(steps.getByText('bbbb-2222')).toBeVisible();
  await userEvent.click(steps.getByLabelText('I’ve saved my recovery codes'));
  await userEvent.click(steps.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a password that is too short alone keeps the second factor on, and says where to change it', async () => {
  api.answer('DisableTwoFactor', () => ({
    disableTwoFactor: refused('DisableTwoFactor', 'TOO_SHORT', 'It needs 15 characters first.', [], {
      viewer: null,
    }),
  }));
  await showAccount(api, '', { account: { twoFactor: secondFactorOn() } });
  await userEvent.click(card().getByRole('link', { name: 'Turn off' }));
  const asked = await dialog('Turn off two-factor authentication');
  await userEvent.click(asked.getByRole('button', { name: 'Turn off' }));
  expect(await asked.findByText('It needs 15 characters first.')).toBeVisible();
  await userEvent.click(asked.getByRole('link', { name: 'Change your password first' }));
  await waitFor(() => expect(screen.getByLabelText('Current password')).toHaveFocus());
});
