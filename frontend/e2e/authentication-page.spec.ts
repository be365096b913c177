import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { card, openPage } from './account';
import { api } from './api';
import { plugInDevice } from './factors';
import { dialog, looksRight, rowAction, signUp, watchPolicy } from './support';

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
  await expect(form.getByText('Too short. Use at least 15 characters.')).toBeVisible();
  await form.getByLabel('New password').fill(who.email);
  await expect(form.getByText(/^Too easy to guess/)).toBeVisible();
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByLabel('New password')).toBeFocused();
  await expect(form.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true');
});

test('sets up an authenticator app, makes new codes, and switches it off', async ({ page }) => {
  const broken = await watchPolicy(page);
  await openPage(page);
  const factor = card(page, 'Two-factor authentication');
  await factor.getByRole('link', { name: 'Set up authenticator app' }).click();
  const steps = dialog(page, 'Set up authenticator app');
  await looksRight(page, 'authentication-totp');
  await steps.getByRole('button', { name: 'Get started' }).click();
  const picture = steps.getByRole('img', { name: /QR code/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await looksRight(page, 'authentication-totp-scan');
  const secret = (await steps.locator('code').innerText()).replaceAll(' ', '');
  const code = execFileSync('oathtool', ['-b', '--totp', secret]).toString().trim();
  await steps.getByLabel('6-digit code').fill(code);
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
  await expect(steps.getByText('Save your codes before closing')).toBeVisible();
  await steps.getByLabel('I’ve saved my recovery codes').check();
  await steps.getByRole('button', { name: 'Done' }).click();
  await expect(factor.getByText('On since')).toBeVisible();
  await expect(factor.getByText('10 recovery codes left')).toBeVisible();
  expect(await api(page, '{ viewer { twoFactor { enabled recoveryCodesLeft } } }')).toEqual({
    viewer: { twoFactor: { enabled: true, recoveryCodesLeft: 10 } },
  });

  await factor.getByRole('link', { name: 'Generate recovery codes' }).click();
  await dialog(page, 'Generate recovery codes').getByRole('button', { name: 'Generate new codes' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(0);
  const renewed = dialog(page, 'Generate recovery codes').getByRole('listitem');
  await expect(renewed).toHaveCount(10);
  expect(await renewed.allInnerTexts()).not.toEqual(codes);
  await dialog(page, 'Generate recovery codes').getByLabel('I’ve saved my recovery codes').check();
  await dialog(page, 'Generate recovery codes').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await factor.getByRole('link', { name: 'Turn off' }).click();
  await looksRight(page, 'authentication-totp-off');
  await dialog(page, 'Turn off two-factor authentication').getByRole('button', { name: 'Turn off' }).click();
  await expect(factor.getByText(/^Off/)).toBeVisible();
  expect(broken).toEqual([]);
});

test('adds a passkey, renames it and removes it', async ({ page }) => {
  await openPage(page);
  await plugInDevice(page);
  const passkeys = card(page, 'Passkeys');
  await passkeys.getByRole('link', { name: 'Add passkey' }).click();
  await dialog(page, 'Add passkey').getByLabel('Name').fill('Laptop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Passkey Laptop added')).toBeVisible();
  await expect(passkeys.getByRole('listitem')).toContainText('Laptop');

  // The same device has one already: the browser refuses, and the form says so.
  await passkeys.getByRole('link', { name: 'Add passkey' }).click();
  await dialog(page, 'Add passkey').getByRole('button', { name: 'Continue' }).click();
  await expect(dialog(page, 'Add passkey').getByRole('alert')).toContainText('already');
  await page.keyboard.press('Escape');

  await rowAction(page, 'Actions for passkey Laptop', 'Rename passkey Laptop');
  await passkeys.getByLabel('Passkey name').fill('Desk');
  await page.keyboard.press('Enter');
  await expect(passkeys.getByText('Desk', { exact: true })).toBeVisible();
  await looksRight(page, 'authentication-passkeys');
  await rowAction(page, 'Actions for passkey Desk', 'Remove passkey Desk');
  await page.getByRole('button', { name: 'Remove passkey', exact: true }).click();
  await expect(passkeys.getByText('No passkeys yet.')).toBeVisible();
});

test('the palette goes to each of it', async ({ page }) => {
  await signUp(page);
  const command = async (words: string) => {
    await page.goto('/apps');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search apps, pages, and actions…').fill(words);
    await page.keyboard.press('Enter');
  };
  await command('change password');
  await expect(card(page, 'Password').getByLabel('Current password')).toBeFocused();
  await command('two-factor');
  await expect(dialog(page, 'Set up authenticator app')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await command('add passkey');
  await expect(dialog(page, 'Add passkey')).toBeVisible();
  await command('sign out other');
  await expect(dialog(page, 'Sign out other sessions')).toBeVisible();
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
      'Authentification à deux facteurs',
      'Clés d’accès',
      'Vos données',
      'Supprimer le compte',
    ]),
  );
  await looksRight(page, 'authentication-french');
});
