import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { card, openPage } from './account';
import { api } from './api';
import { plugInDevice } from './factors';
import { dialog, looksRight, signUp, watchPolicy } from './support';

test('the page of a new account looks right', async ({ page }) => {
  const broken = await watchPolicy(page);
  await openPage(page);
  await expect(card(page, 'Your data').getByRole('button')).toBeVisible();
  await looksRight(page, 'authentication');
  for (const name of ['email', 'passkey', 'end-sessions', 'delete']) {
    await page.goto(`/authentication?dialog=${name}`);
    await expect(page.getByRole('dialog')).toBeVisible();
    await looksRight(page, `authentication-${name}`);
  }
  expect(broken).toEqual([]);
});

test('a password that is guessed first stands at its field, and is not taken', async ({ page }) => {
  const who = await openPage(page);
  const form = card(page, 'Password');
  await form.getByLabel('Current password').fill(who.password);
  await form.getByLabel('New password').fill('tooshort');
  await expect(form.getByText('Too short: it takes 15 characters.')).toBeVisible();
  await form.getByLabel('New password').fill(who.email);
  await expect(form.getByText(/^Guessable/)).toBeVisible();
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByLabel('New password')).toBeFocused();
  await expect(form.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true');
});

test('sets up an authenticator app, makes new codes, and switches it off', async ({ page }) => {
  const broken = await watchPolicy(page);
  await openPage(page);
  const factor = card(page, 'Second factor');
  await factor.getByRole('link', { name: 'Set up an authenticator app' }).click();
  const steps = dialog(page, 'Set up an authenticator app');
  await looksRight(page, 'authentication-totp');
  await steps.getByRole('button', { name: 'Begin' }).click();
  const picture = steps.getByRole('img', { name: /QR code/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await looksRight(page, 'authentication-totp-scan');
  const secret = (await steps.locator('code').innerText()).replaceAll(' ', '');
  const code = execFileSync('oathtool', ['-b', '--totp', secret]).toString().trim();
  await steps.getByLabel('Code of the app').fill(code);
  await page.keyboard.press('Enter');

  const list = steps.getByRole('list', { name: 'Recovery codes' });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const codes = await list.getByRole('listitem').allInnerTexts();
  await looksRight(page, 'authentication-totp-codes');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    steps.getByRole('link', { name: 'Download' }).click(),
  ]);
  for (const one of codes) expect(readFileSync(await file.path(), 'utf8')).toContain(one);
  await page.keyboard.press('Escape');
  await page.evaluate(() => history.back());
  await steps.getByRole('button', { name: 'Done' }).click();
  await expect(steps.getByText('Save them first')).toBeVisible();
  await steps.getByLabel('I have saved them').check();
  await steps.getByRole('button', { name: 'Done' }).click();
  await expect(factor.getByText('On since')).toBeVisible();
  await expect(factor.getByText('10 recovery codes left')).toBeVisible();
  expect(await api(page, '{ viewer { twoFactor { enabled recoveryCodesLeft } } }')).toEqual({
    viewer: { twoFactor: { enabled: true, recoveryCodesLeft: 10 } },
  });

  await factor.getByRole('link', { name: 'New recovery codes' }).click();
  await dialog(page, 'New recovery codes').getByRole('button', { name: 'Make new codes' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(0);
  const renewed = dialog(page, 'New recovery codes').getByRole('listitem');
  await expect(renewed).toHaveCount(10);
  expect(await renewed.allInnerTexts()).not.toEqual(codes);
  await dialog(page, 'New recovery codes').getByLabel('I have saved them').check();
  await dialog(page, 'New recovery codes').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await factor.getByRole('link', { name: 'Switch off' }).click();
  await looksRight(page, 'authentication-totp-off');
  await dialog(page, 'Switch the second factor off').getByRole('button', { name: 'Switch off' }).click();
  await expect(factor.getByText(/^Off/)).toBeVisible();
  expect(broken).toEqual([]);
});

test('adds a passkey, renames it and removes it', async ({ page }) => {
  await openPage(page);
  await plugInDevice(page);
  const passkeys = card(page, 'Passkeys');
  await passkeys.getByRole('link', { name: 'Add a passkey' }).click();
  await dialog(page, 'Add a passkey').getByLabel('Name').fill('Laptop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passkey Laptop was added')).toBeVisible();
  await expect(passkeys.getByRole('listitem')).toContainText('Laptop');

  // The same device has one already: the browser refuses, and the form says so.
  await passkeys.getByRole('link', { name: 'Add a passkey' }).click();
  await dialog(page, 'Add a passkey').getByRole('button', { name: 'Go on' }).click();
  await expect(dialog(page, 'Add a passkey').getByRole('alert')).toContainText('already');
  await page.keyboard.press('Escape');

  await passkeys.getByRole('button', { name: 'Rename the passkey Laptop' }).click();
  await passkeys.getByLabel('Name of the passkey').fill('Desk');
  await page.keyboard.press('Enter');
  await expect(passkeys.getByText('Desk', { exact: true })).toBeVisible();
  await looksRight(page, 'authentication-passkeys');
  await passkeys.getByRole('button', { name: 'Remove the passkey Desk' }).click();
  await page.getByRole('button', { name: 'Remove passkey' }).click();
  await expect(passkeys.getByText('No passkey yet.')).toBeVisible();
});

test('the palette goes to each of it', async ({ page }) => {
  await signUp(page);
  const command = async (words: string) => {
    await page.goto('/apps');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Go to a page or do something…').fill(words);
    await page.keyboard.press('Enter');
  };
  await command('change password');
  await expect(card(page, 'Password').getByLabel('Current password')).toBeFocused();
  await command('two-factor');
  await expect(dialog(page, 'Set up an authenticator app')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await command('add a passkey');
  await expect(dialog(page, 'Add a passkey')).toBeVisible();
  await command('end all other');
  await expect(dialog(page, 'End all other sessions')).toBeVisible();
  await command('export my data');
  await expect(card(page, 'Your data')).toBeFocused();
});

test('the page is asked for again after signing in', async ({ page }) => {
  await page.goto('/authentication');
  await expect(page).toHaveURL(/\/sign-in\?next=authentication$/);
});

test('in French nothing is left in English', async ({ page }) => {
  await openPage(page);
  await api(page, 'mutation { updateProfile(input: { language: FR }) { errors { message } } }');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Authentification', level: 1 })).toBeVisible();
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings).toEqual(
    expect.arrayContaining([
      'Adresse e-mail',
      'Mot de passe',
      'Second facteur',
      'Clés d’accès',
      'Vos données',
      'Supprimer le compte',
    ]),
  );
  await looksRight(page, 'authentication-french');
});
