import { expect, type Page, test } from '@playwright/test';
import { api } from './api';
import { accountMenu, live, looksRight, signIn, signUpByForm } from './support';

/** The sign-in page, in a tab that was opened before anyone signed in with another. */
async function atSignIn(page: Page) {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();
}

const keys = async (page: Page) => api(page, '{ viewer { username sshKeys { totalCount } } }');

test('R63: what a tab of one account sends does not land in the account of another tab', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const elsewhere = await browser.newPage({ baseURL });
  const ada = await signUpByForm(elsewhere);
  await elsewhere.context().clearCookies();
  await elsewhere.goto('/sign-in');
  const bob = await signUpByForm(elsewhere);
  await elsewhere.close();

  const other = await context.newPage();
  await atSignIn(page);
  await atSignIn(other);
  await signIn(page, ada);
  await expect(accountMenu(page, ada)).toBeVisible();
  await page.goto('/ssh-keys');
  await expect(live(page)).toBeVisible();
  await page.getByRole('link', { name: 'Add SSH key' }).click();
  await page.getByLabel('Public key', { exact: true }).fill('ssh-ed25519 half of a key');

  await signIn(other, bob);
  await expect(accountMenu(other, bob)).toBeVisible();
  await expect(page.getByText('You signed in with another tab. Reload')).toBeVisible();
  await expect(page.getByLabel('Public key', { exact: true })).toHaveValue('ssh-ed25519 half of a key');

  const line = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4Kf0o6uq0Qm8O4uPzgk1r0cQqzSgkFvV8wY2nXbA1u ada@laptop';
  await page.getByLabel('Public key', { exact: true }).fill(line);
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByRole('dialog').getByText('You signed in with another tab')).toBeVisible();
  await expect(page.getByLabel('Public key', { exact: true })).toHaveValue(line);
  await looksRight(page, 'replaced');
  expect(await keys(other)).toEqual({ viewer: { username: bob.username, sshKeys: { totalCount: 0 } } });

  await page.getByRole('dialog').getByRole('button', { name: 'Reload page' }).click();
  await expect(accountMenu(page, bob)).toBeAttached();
});

test('R63: the same account, signed in with two tabs, goes on in both', async ({ page, context }) => {
  const who = await signUpByForm(page);
  await context.clearCookies();
  await atSignIn(page);
  const other = await context.newPage();
  await atSignIn(other);
  await signIn(page, who);
  await expect(accountMenu(page, who)).toBeVisible();
  await page.goto('/profile');
  await expect(live(page)).toBeVisible();
  await page.getByLabel('Company').fill('Half typed');

  await signIn(other, who);
  await expect(live(other)).toBeVisible();
  await expect(live(page)).toBeVisible();
  await expect(page.getByLabel('Company')).toHaveValue('Half typed');
  await expect(page.getByText('You signed in with another tab')).toBeHidden();
  await page.reload();
  await expect(accountMenu(page, who)).toBeVisible();
});
