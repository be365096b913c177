import { expect, test } from '@playwright/test';
import { addPasskey, codeOf, endSudo, plugInDevice, turnOnTotp } from './factors';
import { accountMenu, dialog, forgetMe, looksRight, press, signIn, signUp } from './support';

test('signs in with a code of the authenticator app', async ({ page }) => {
  const who = await signUp(page);
  const { secret } = await turnOnTotp(page);
  await page.context().clearCookies();
  await page.goto('/profile');
  await signIn(page, who);
  const field = page.getByLabel('6-digit code');
  await expect(field).toBeFocused();
  await looksRight(page, 'second-step');
  const right = codeOf(secret);
  await field.fill(right === '000000' ? '111111' : '000000');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'second-step-errors');
  // It sends itself.
  await field.fill(codeOf(secret));
  await expect(accountMenu(page, who)).toBeVisible();
  await expect(page).toHaveURL(/\/profile$/);
});

test('signs in with a recovery code, once', async ({ page }) => {
  const who = await signUp(page);
  const [code = ''] = (await turnOnTotp(page)).recoveryCodes;
  const useCode = async () => {
    await forgetMe(page);
    await signIn(page, who);
    await page.getByRole('link', { name: 'Use a recovery code instead' }).click();
    await expect(page).toHaveURL(/\?with=recovery-code$/);
    await expect(page.getByLabel('Recovery code')).toBeFocused();
    await page.keyboard.type(code.toUpperCase());
    await page.keyboard.press('Enter');
  };
  await useCode();
  await expect(accountMenu(page, who)).toBeVisible();
  await useCode();
  await expect(page.getByLabel('Recovery code')).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'recovery-code-errors');
  await page.goBack();
  await expect(page.getByLabel('6-digit code')).toBeVisible();
});

test('a second step that nobody waits for begins anew', async ({ page }) => {
  await page.goto('/sign-in/second-step');
  await page.getByLabel('6-digit code').fill('123456');
  await expect(page.getByText('Sign in again')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
  await looksRight(page, 'second-step-over');
});

test('signs in with a passkey, in place of password and code', async ({ page }) => {
  await plugInDevice(page);
  const who = await signUp(page);
  await addPasskey(page, 'Laptop');
  await turnOnTotp(page);
  await forgetMe(page);
  await press(page, 'Sign in with a passkey');
  await expect(accountMenu(page, who)).toBeVisible();
  await forgetMe(page);
  await signIn(page, who);
  await expect(page.getByLabel('6-digit code')).toBeVisible();
  await press(page, 'Sign in with a passkey');
  await expect(accountMenu(page, who)).toBeVisible();
});

test('signs in by keyboard alone', async ({ page }) => {
  const who = await signUp(page);
  const { secret } = await turnOnTotp(page);
  await forgetMe(page);
  await expect(page.getByLabel('Username or email')).toBeFocused();
  await page.keyboard.type(who.username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('6-digit code')).toBeFocused();
  await page.keyboard.type(codeOf(secret));
  await expect(accountMenu(page, who)).toBeVisible();
});

test('sudo mode is opened by a code of the app, or by a passkey, as well', async ({ page }) => {
  await plugInDevice(page);
  const who = await signUp(page);
  await addPasskey(page, 'Laptop');
  const { secret } = await turnOnTotp(page);
  await endSudo(page, 'AddSshKey');
  await page.goto('/ssh-keys?dialog=add');
  const add = dialog(page, 'Add SSH key');
  await add.getByRole('textbox', { name: 'Name' }).fill('Laptop');
  await add.getByLabel('Public key', { exact: true }).fill(`ssh-ed25519 ${'A'.repeat(68)} ${who.username}`);
  await add.getByRole('button', { name: 'Add key' }).click();
  const asked = dialog(page, 'Confirm it’s you');
  await expect(asked).toBeVisible();
  await looksRight(page, 'sudo-password');
  await asked.getByRole('button', { name: 'Authenticator app' }).click();
  await expect(asked.getByLabel('6-digit code')).toBeFocused();
  await looksRight(page, 'sudo-code');
  await page.keyboard.type(codeOf(secret));
  await expect(asked).toBeHidden();
  // What was asked is sent once more: the server now looks at the key, which is none.
  await expect(add.getByLabel('Public key', { exact: true })).toHaveAttribute('aria-invalid', 'true');

  await endSudo(page, 'AddSshKey');
  await add.getByLabel('Public key', { exact: true }).fill(`ssh-ed25519 ${'B'.repeat(68)} ${who.username}`);
  await add.getByRole('button', { name: 'Add key' }).click();
  await expect(asked).toBeVisible();
  await asked.getByRole('button', { name: 'Passkey' }).click();
  await expect(asked.getByRole('button', { name: 'Use your passkey' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(add.getByLabel('Public key', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});
