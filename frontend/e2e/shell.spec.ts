import { expect, test } from '@playwright/test';
import { makeApp } from './api';
import { accountMenu, looksRight, signUp, watchPolicy } from './support';

test('the menu at the top right reaches everything', async ({ page }) => {
  const broken = await watchPolicy(page);
  const who = await signUp(page);
  const open = () => accountMenu(page, who).click();
  for (const [name, path] of [
    ['Profile', '/profile'],
    ['SSH keys', '/ssh-keys'],
    ['Timeline', '/timeline'],
    ['Apps', '/apps'],
  ] as const) {
    await open();
    await page.getByRole('menuitem', { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
  await open();
  await expect(page.getByRole('menuitem', { name: 'API playground' })).toHaveAttribute(
    'href',
    '/playground/',
  );
  await looksRight(page, 'menu');
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(page.getByRole('menuitem', { name: 'Se déconnecter' })).toBeVisible();
  expect(broken).toEqual([]);
});

test('the palette goes anywhere and does things', async ({ page }) => {
  await signUp(page);
  const { name } = await makeApp(page);
  await page.goto('/apps');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder('Search apps, pages, and actions…')).toBeFocused();
  await looksRight(page, 'palette');
  await page.keyboard.type('add ssh');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ssh-keys\?dialog=add$/);
  await expect(page.getByRole('dialog', { name: 'Add SSH key' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search apps, pages, and actions…').fill(name);
  await expect(page.getByRole('button', { name })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search apps, pages, and actions…').fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search apps, pages, and actions…').fill('sign out');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();
});

test('shortcuts: a question mark lists them, g and a letter goes to a page', async ({ page }) => {
  await signUp(page);
  await page.goto('/apps');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await looksRight(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(/\/ssh-keys$/);
});

test('the first Tab skips to the content', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await expect(page.getByLabel('Full name')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('shows when the connection breaks and when it is back', async ({ page, context }) => {
  await signUp(page);
  await page.goto('/profile');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await looksRight(page, 'offline');
  await context.setOffline(false);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
});

test('a page that does not exist says so, signed in or not', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await looksRight(page, 'not-found');
});

test('a server that cannot answer is told with a way to try again', async ({ page }) => {
  const body = {
    errors: [
      { message: 'Something went wrong.', extensions: { code: 'INTERNAL', requestId: 'req_0123456789' } },
    ],
  };
  await page.route('**/graphql', (route) => route.fulfill({ status: 500, json: body }));
  await page.goto('/profile');
  await expect(page.getByText('req_0123456789')).toBeVisible();
  await looksRight(page, 'server-fault');
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();
});
