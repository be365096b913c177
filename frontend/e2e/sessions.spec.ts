import { type Browser, expect, type Page, test } from '@playwright/test';
import { card, openPage } from './account';
import { api } from './api';
import { accountMenu, live, looksRight, type Someone, signIn, signUp } from './support';

/** The same account in another browser. */
async function elsewhere(browser: Browser, baseURL: string | undefined, who: Someone) {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await signIn(page, who);
  await expect(live(page)).toBeVisible();
  return { page, close: () => context.close() };
}

/** Within a second nothing of the account is there; the page of sign-in comes as fast as it loads. */
async function signedOut(page: Page, who: Someone) {
  await expect(accountMenu(page, who)).toBeHidden({ timeout: 1_000 });
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();
}

test('R38: a session that is ended elsewhere is signed out here within a second', async ({
  page,
  browser,
}) => {
  const who = await signUp(page);
  await page.goto('/profile');
  await expect(live(page)).toBeVisible();
  const elsewhere = await browser.newPage();
  await elsewhere.goto('/sign-in');
  await signIn(elsewhere, who);
  await expect(accountMenu(elsewhere, who)).toBeVisible();
  const ended = await api(elsewhere, 'mutation { revokeOtherSessions { revoked errors { message } } }');
  expect(ended).toEqual({ revokeOtherSessions: { revoked: 1, errors: [] } });
  await signedOut(page, who);
  await expect(page.getByText('You’ve been signed out')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\?next=profile$/);
  await looksRight(page, 'sign-in-ended');
  await signIn(page, who);
  await expect(page).toHaveURL(/\/profile$/);
  await elsewhere.close();
});

test('R38: another password ends the sessions elsewhere within a second', async ({
  page,
  browser,
  baseURL,
}) => {
  const who = await openPage(page);
  const other = await elsewhere(browser, baseURL, who);
  await expect(card(page, 'Sessions').getByRole('listitem')).toHaveCount(2);
  const form = card(page, 'Password');
  await form.getByLabel('Current password').fill('not my password at all');
  await form.getByLabel('New password').fill('a few words nobody joins');
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByLabel('Current password')).toBeFocused();
  await expect(form.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'authentication-password-wrong');

  await form.getByLabel('Current password').fill(who.password);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed, 1 other session signed out')).toBeVisible();
  await signedOut(other.page, who);
  await expect(card(page, 'Sessions').getByRole('listitem')).toHaveCount(1);
  await signIn(other.page, { ...who, password: 'a few words nobody joins' });
  await expect(live(other.page)).toBeVisible();
  await other.close();
});

test('ends one session, and then all others, at once and everywhere', async ({ page, browser, baseURL }) => {
  const who = await openPage(page);
  const rows = card(page, 'Sessions').getByRole('listitem');
  const second = await elsewhere(browser, baseURL, who);
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasNotText: 'Current session' }).getByRole('button').click();
  await signedOut(second.page, who);
  await expect(rows).toHaveCount(1);

  const third = await elsewhere(browser, baseURL, who);
  await signIn(second.page, who);
  await expect(rows).toHaveCount(3);
  await card(page, 'Sessions').getByRole('link', { name: 'Sign out other sessions' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('2 sessions signed out')).toBeVisible();
  await signedOut(second.page, who);
  await signedOut(third.page, who);
  await expect(rows).toHaveCount(1);
  await second.close();
  await third.close();
});
