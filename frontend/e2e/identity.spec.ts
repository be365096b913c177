import { expect, test } from '@playwright/test';
import { api } from './api';
import {
  addPasskey,
  codeOf,
  followLetter,
  forgetMe,
  letterTo,
  plugInKey,
  press,
  turnOnTotp,
} from './identity';
import { accountMenu, looksRight, signIn, signUp, watchPolicy } from './support';

test('signs up and verifies the address from the mailbox', async ({ page, request }) => {
  const broken = await watchPolicy(page);
  const who = await signUp(page);
  const { link, subject } = await letterTo(page, who.email, '/verify-email');
  // A program that looks through mails opens the link, and uses nothing up.
  expect((await request.get(link)).status()).toBe(200);

  await page.goto('/dev/mail');
  await page
    .getByRole('link', { name: new RegExp(who.email) })
    .filter({ hasText: subject })
    .first()
    .click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Verify the address' }).click();
  await expect(page).toHaveURL(/\/verify-email$/);
  await press(page, 'Verify the address');
  await expect(page.getByRole('heading', { name: 'Your mail address is verified' })).toBeFocused();
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(new URL(link).hash.slice(1));
  const verified = await api(page, '{ viewer { emailVerifiedAt } }');
  expect(verified).toMatchObject({ viewer: { emailVerifiedAt: expect.any(String) } });
  await page.getByRole('link', { name: 'Go to your apps' }).click();
  await expect(accountMenu(page, who)).toBeVisible();

  await followLetter(page, who.email, '/verify-email');
  await press(page, 'Verify the address');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Verify the address' })).toBeHidden();
  await looksRight(page, 'verify-email-dead');
  expect(broken).toEqual([]);
});

test('signs in with a code of the authenticator app', async ({ page }) => {
  const who = await signUp(page);
  const { secret } = await turnOnTotp(page);
  await page.context().clearCookies();
  await page.goto('/profile');
  await signIn(page, who);
  const field = page.getByLabel('Code of six digits');
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
  await expect(page.getByLabel('Code of six digits')).toBeVisible();
});

test('a second step that nobody waits for begins anew', async ({ page }) => {
  await page.goto('/sign-in/second-step');
  await page.getByLabel('Code of six digits').fill('123456');
  await expect(page.getByText('Sign in once more')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
  await looksRight(page, 'second-step-over');
});

test('signs in with a passkey, in place of password and code', async ({ page }) => {
  await plugInKey(page);
  const who = await signUp(page);
  await addPasskey(page, 'Laptop');
  await turnOnTotp(page);
  await forgetMe(page);
  await press(page, 'Sign in with a passkey');
  await expect(accountMenu(page, who)).toBeVisible();
  await forgetMe(page);
  await signIn(page, who);
  await expect(page.getByLabel('Code of six digits')).toBeVisible();
  await press(page, 'Sign in with a passkey');
  await expect(accountMenu(page, who)).toBeVisible();
});

test('a forgotten password is set anew by a mailed link', async ({ page }) => {
  const who = await signUp(page);
  await forgetMe(page);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Mail address').fill(who.email);
  await press(page, 'Mail me a link');
  await expect(page.getByText('Look into your mailbox')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Read them here' })).toHaveAttribute('href', '/dev/mail');
  await looksRight(page, 'forgot-password-sent');

  const link = await followLetter(page, who.email, '/reset-password');
  await expect(page.getByLabel('New password')).toBeFocused();
  expect(page.url()).not.toContain('#');
  await page.keyboard.type(`portico-${who.username}!!`);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'reset-password-errors');
  const password = 'four words that nobody guesses';
  await page.getByLabel('New password').fill(password);
  await press(page, 'Set the password');
  await expect(page.getByText('Your password is set')).toBeVisible();
  await expect(page.getByLabel('User name or mail address')).toHaveValue(who.username);
  await looksRight(page, 'sign-in-reset');
  await signIn(page, { ...who, password });
  await expect(accountMenu(page, who)).toBeVisible();

  const { pathname, hash } = new URL(link);
  await page.goto('about:blank');
  await page.goto(pathname + hash);
  await page.getByLabel('New password').fill(password);
  await press(page, 'Set the password');
  await expect(page.getByRole('link', { name: 'Ask for a new link' })).toBeVisible();
  await looksRight(page, 'reset-password-dead');
});

test('R38: a session that is ended elsewhere is signed out here within a second', async ({
  page,
  browser,
}) => {
  const who = await signUp(page);
  await page.goto('/profile');
  await expect(page.getByRole('status').getByText('Live')).toBeVisible();
  const elsewhere = await browser.newPage();
  await elsewhere.goto('/sign-in');
  await signIn(elsewhere, who);
  await expect(accountMenu(elsewhere, who)).toBeVisible();
  const ended = await api(elsewhere, 'mutation { revokeOtherSessions { revoked errors { message } } }');
  expect(ended).toEqual({ revokeOtherSessions: { revoked: 1, errors: [] } });
  await expect(page.getByText('You were signed out')).toBeVisible({ timeout: 1_000 });
  await expect(page).toHaveURL(/\/sign-in\?next=profile$/);
  await elsewhere.close();
});

test('sudo mode is opened by a code of the app as well', async ({ page }) => {
  const who = await signUp(page);
  const { secret } = await turnOnTotp(page);
  // Signing up opened sudo mode, and nobody waits 15 minutes here: one refusal is played.
  let refused = false;
  await page.route('**/graphql', async (route) => {
    if (refused || !route.request().postData()?.includes('mutation AddSshKey')) return route.fallback();
    refused = true;
    const errors = [{ message: 'Prove who you are.', extensions: { code: 'SUDO_REQUIRED' } }];
    return route.fulfill({ json: { errors, data: null } });
  });
  await page.goto('/ssh-keys?dialog=add');
  const add = page.getByRole('dialog', { name: 'Add an SSH key' });
  await add.getByRole('textbox', { name: 'Name' }).fill('Laptop');
  await add.getByLabel('Public key').fill(`ssh-ed25519 ${'A'.repeat(68)} ${who.username}`);
  await add.getByRole('button', { name: 'Add key' }).click();
  const asked = page.getByRole('dialog', { name: 'Is it you?' });
  await expect(asked.getByLabel('Password', { exact: true })).toBeFocused();
  await looksRight(page, 'sudo-password');
  await asked.getByRole('button', { name: 'Authenticator app' }).click();
  await expect(asked.getByLabel('Code of six digits')).toBeFocused();
  await looksRight(page, 'sudo-code');
  await page.keyboard.type(codeOf(secret));
  await expect(asked).toBeHidden();
  // What was asked is sent once more: the server now looks at the key, which is none.
  await expect(add.getByLabel('Public key')).toHaveAttribute('aria-invalid', 'true');
});

test('an account is deleted by one mailed link, and kept by another', async ({ page }) => {
  const who = await signUp(page);
  expect(await api(page, 'mutation { deleteAccount { errors { message } } }')).toEqual({
    deleteAccount: { errors: [] },
  });
  await followLetter(page, who.email, '/confirm-deletion');
  await looksRight(page, 'confirm-deletion');
  await press(page, 'Delete the account');
  await expect(page.getByRole('heading', { name: 'Your account is closed' })).toBeFocused();
  await looksRight(page, 'account-closed');
  await page.goto('/sign-in');
  await signIn(page, who);
  await expect(page.getByRole('alert')).toContainText('being deleted');

  await followLetter(page, who.email, '/cancel-deletion');
  await press(page, 'Keep the account');
  await expect(page.getByRole('heading', { name: 'Your account stays' })).toBeFocused();
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect(page.getByLabel('User name or mail address')).toHaveValue(who.username);
  await signIn(page, who);
  await expect(accountMenu(page, who)).toBeVisible();
});

test('signs in by keyboard alone', async ({ page }) => {
  const who = await signUp(page);
  const { secret } = await turnOnTotp(page);
  await forgetMe(page);
  await expect(page.getByLabel('User name or mail address')).toBeFocused();
  await page.keyboard.type(who.username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code of six digits')).toBeFocused();
  await page.keyboard.type(codeOf(secret));
  await expect(accountMenu(page, who)).toBeVisible();
});
