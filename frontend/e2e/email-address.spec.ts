import { type Browser, expect, test } from '@playwright/test';
import { card, openPage } from './account';
import { followEmail } from './mail';
import { dialog, looksRight, signUp } from './support';

/** Says yes to an email in another browser, as whoever reads the mail. */
async function sayYes(browser: Browser, baseURL: string | undefined, to: string, path: string) {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const page = await context.newPage();
  await followEmail(page, to, path);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByRole('main')).toContainText(/confirmed|verified|changed/i);
  await context.close();
}

test('says above every page that the address is not verified, until it is', async ({
  page,
  browser,
  baseURL,
}) => {
  const who = await signUp(page);
  const banner = page.getByRole('region', { name: 'Email not verified' });
  await expect(banner).toBeVisible();
  await looksRight(page, 'verify-banner');
  await banner.getByRole('button', { name: 'Resend email' }).click();
  await expect(page.getByText(`Email sent to ${who.email}`)).toBeVisible();
  await banner.getByRole('link', { name: 'Change it' }).click();
  await expect(page).toHaveURL(/\/authentication#email$/);
  await expect(card(page, 'Email')).toBeFocused();
  await sayYes(browser, baseURL, who.email, '/verify-email');
  await expect(banner).toBeHidden();
  await expect(card(page, 'Email').getByText(/^Verified /)).toBeVisible();
});

test('the banner can be put off for the tab', async ({ page }) => {
  await signUp(page);
  const banner = page.getByRole('region', { name: 'Email not verified' });
  await banner.getByRole('button', { name: 'Not now' }).click();
  await expect(banner).toBeHidden();
  await page.goto('/profile');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(banner).toBeHidden();
});

test('another address takes both confirmations', async ({ page, browser, baseURL }) => {
  const who = await openPage(page);
  await sayYes(browser, baseURL, who.email, '/verify-email');
  await expect(card(page, 'Email').getByText(/^Verified /)).toBeVisible();
  const address = `new-${who.email}`;
  await card(page, 'Email').getByRole('link', { name: 'Change email' }).click();
  const asked = dialog(page, 'Change email');
  await asked.getByRole('button', { name: 'Send links' }).click();
  await expect(asked.getByLabel('New email')).toBeFocused();
  await asked.getByLabel('New email').fill(address);
  await asked.getByRole('button', { name: 'Send links' }).click();
  await expect(asked).toBeHidden();

  const underway = page.getByRole('region', { name: 'Change pending' });
  await expect(underway).toContainText(`Waiting for confirmation from ${address}`);
  await expect(underway).toContainText(`Waiting for confirmation from ${who.email}`);
  await looksRight(page, 'authentication-email-change');
  await sayYes(browser, baseURL, address, '/confirm-email-change');
  await page.reload();
  await expect(underway).toContainText(`${address} has confirmed`);
  await sayYes(browser, baseURL, who.email, '/confirm-email-change');
  await expect(underway).toBeHidden();
  await expect(card(page, 'Email').getByText(address, { exact: true })).toBeVisible();
});

test('an address that was never verified is not asked, and the change can be taken back', async ({
  page,
}) => {
  const who = await openPage(page);
  await page.goto('/authentication?dialog=email');
  await dialog(page, 'Change email').getByLabel('New email').fill(`new-${who.email}`);
  await page.keyboard.press('Enter');
  const underway = page.getByRole('region', { name: 'Change pending' });
  await expect(underway).toContainText('Waiting for confirmation');
  await expect(underway.getByText('has confirmed')).toBeHidden();
  await underway.getByRole('button', { name: 'Cancel change' }).click();
  await expect(underway).toBeHidden();
  await expect(page.getByText('Email change canceled')).toBeVisible();
});
