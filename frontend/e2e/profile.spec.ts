import { expect, test } from '@playwright/test';
import { accountMenu, looksRight, signIn, signUp, someone } from './support';

test('changes who one is, and explains what another user name means', async ({ page }) => {
  await signUp(page);
  const renamed = someone('grace');
  await page.goto('/profile');
  await page.getByLabel('Username').fill(renamed.username);
  await expect(page.getByText('You’ll sign in and be invited as the new username')).toBeVisible();
  await page.getByLabel('Full name').fill('Grace Hopper');
  await page.getByLabel('Location').fill('Arlington');
  await page.getByLabel('Company').fill('US Navy');
  await looksRight(page, 'profile');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Profile saved')).toBeVisible();
  await expect(accountMenu(page, renamed)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Full name')).toHaveValue('Grace Hopper');
  await expect(page.getByLabel('Company')).toHaveValue('US Navy');
});

test('a user name that somebody else has stays in its field with the reason', async ({ page, browser }) => {
  const taken = await signUp(await browser.newPage());
  await signUp(page);
  await page.goto('/profile');
  await page.getByLabel('Username').fill(taken.username);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Username')).toHaveValue(taken.username);
});

test('theme and language follow the account to another device, without a flash or a reload', async ({
  page,
  browser,
}) => {
  const who = await signUp(page);
  await page.goto('/profile');
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Français' }).click();
  await expect(
    page.getByRole('heading', { name: 'Clés SSH' }).or(page.getByText('Préférences')).first(),
  ).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');

  const device = await browser.newContext({ colorScheme: 'light', locale: 'en-GB' });
  const other = await device.newPage();
  await other.goto('/sign-in');
  await signIn(other, { ...who, username: who.email });
  await expect(other.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  // From now on this device begins dark: what is painted first is dark already.
  await other.addInitScript(() => {
    new MutationObserver(() => {
      const seen = document.documentElement.getAttribute('data-mantine-color-scheme');
      if (seen === 'light') sessionStorage.setItem('flash', 'light');
    }).observe(document, { attributes: true, subtree: true, childList: true });
  });
  await other.reload();
  await expect(other.getByRole('navigation')).toBeVisible();
  expect(await other.evaluate(() => sessionStorage.getItem('flash'))).toBeNull();
  await device.close();
});

test('a guest is spoken to in the language of the browser', async ({ browser }) => {
  const device = await browser.newContext({ locale: 'fr-FR' });
  const page = await device.newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter à Portico');
  await device.close();
});

test('the time zone is found by typing and the newsletter is a switch', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('auckl');
  await page.getByRole('option', { name: 'Pacific/Auckland' }).click();
  await page.getByRole('switch', { name: 'Newsletter' }).click();
  await expect(page.getByRole('switch', { name: 'Newsletter' })).toBeChecked();
  await page.reload();
  await expect(zone).toHaveValue('Pacific/Auckland');
  await expect(page.getByRole('switch', { name: 'Newsletter' })).toBeChecked();
});

test('what the server does not take goes back and is named', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await expect(page.getByRole('switch', { name: 'Newsletter' })).toBeVisible();
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('UpdateProfile') ? route.abort() : route.continue(),
  );
  await page.getByRole('switch', { name: 'Newsletter' }).click();
  await expect(page.getByText('Couldn’t save the newsletter')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Newsletter' })).not.toBeChecked();
});
