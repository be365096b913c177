import { expect, test } from '@playwright/test';
import { api } from './api';
import { emailTo, followEmail, openLink } from './mail';
import { accountMenu, forgetMe, looksRight, press, signIn, signUp, watchPolicy } from './support';

test('signs up and verifies the address from the mailbox', async ({ page, request }) => {
  const broken = await watchPolicy(page);
  const who = await signUp(page);
  const { link, subject } = await emailTo(page, who.email, '/verify-email');
  // A program that looks through mails opens the link, and uses nothing up.
  expect((await request.get(link)).status()).toBe(200);

  await page.goto('/dev/mail');
  await page
    .getByRole('link', { name: new RegExp(who.email) })
    .filter({ hasText: subject })
    .first()
    .click();
  await page.frameLocator('iframe').getByRole('link', { name: 'Verify email' }).click();
  await expect(page).toHaveURL(/\/verify-email$/);
  await press(page, 'Verify email');
  await expect(page.getByRole('heading', { name: 'Email verified' })).toBeFocused();
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(new URL(link).hash.slice(1));
  const verified = await api(page, '{ viewer { emailVerifiedAt } }');
  expect(verified).toMatchObject({ viewer: { emailVerifiedAt: expect.any(String) } });
  await page.getByRole('link', { name: 'Go to your apps' }).click();
  await expect(accountMenu(page, who)).toBeVisible();

  await followEmail(page, who.email, '/verify-email');
  await press(page, 'Verify email');
  await expect(page.getByRole('heading', { name: 'Email already verified' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Verify email' })).toBeHidden();
  await looksRight(page, 'verify-email-again');
  expect(broken).toEqual([]);
});

test('a forgotten password is set anew by an emailed link', async ({ page }) => {
  const who = await signUp(page);
  await forgetMe(page);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await page.getByLabel('Email').fill(who.email);
  await press(page, 'Send reset link');
  await expect(page.getByText('Check your inbox')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the sandbox inbox' })).toHaveAttribute(
    'href',
    '/dev/mail',
  );
  await looksRight(page, 'forgot-password-sent');

  const link = await followEmail(page, who.email, '/reset-password');
  await expect(page.getByLabel('New password')).toBeFocused();
  expect(page.url()).not.toContain('#');
  await page.keyboard.type(`portico-${who.username}!!`);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'reset-password-errors');
  const password = 'four words that nobody guesses';
  await page.getByLabel('New password').fill(password);
  await press(page, 'Set password');
  await expect(page.getByText('Password updated')).toBeVisible();
  await expect(page.getByLabel('Username or email')).toHaveValue(who.username);
  await looksRight(page, 'sign-in-reset');
  await signIn(page, { ...who, password });
  await expect(accountMenu(page, who)).toBeVisible();

  await openLink(page, link);
  await page.getByLabel('New password').fill(password);
  await press(page, 'Set password');
  await expect(page.getByRole('link', { name: 'Request a new link' })).toBeVisible();
  await looksRight(page, 'reset-password-dead');
});
