import { expect, type Locator, test } from '@playwright/test';
import { accountMenu, looksRight, signIn, signUpByForm, someone, watchPolicy } from './support';

test('signs up, out and in again, and returns to the page that was asked for', async ({ page }) => {
  const broken = await watchPolicy(page);
  const who = await signUpByForm(page);
  await accountMenu(page, who).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();

  await page.goto('/ssh-keys');
  await expect(page).toHaveURL(/\/sign-in\?next=ssh-keys$/);
  await signIn(page, who);
  await expect(page).toHaveURL(/\/ssh-keys$/);
  await expect(page.getByRole('heading', { name: 'SSH keys', level: 1 })).toBeVisible();
  expect(broken).toEqual([]);
});

test('R28: a return path that is no name of a page is not followed', async ({ page }) => {
  const who = await signUpByForm(page);
  await page.context().clearCookies();
  await page.goto('/sign-in?next=https://evil.example/');
  await signIn(page, who);
  await expect(page).toHaveURL(/\/apps$/);
});

test('says what is wrong at the field and keeps what was typed', async ({ page }) => {
  const first = await signUpByForm(page);
  await page.context().clearCookies();
  await page.goto('/sign-up');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Username')).toBeFocused();

  await page.getByLabel('Username').fill(first.username);
  await page.getByLabel('Email').fill(someone().email);
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Username')).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('correct horse battery');
  await looksRight(page, 'sign-up-errors');
});

test('a wrong password is told without saying which part is wrong', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page, someone('nobody'));
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Username or email')).toHaveValue(/^nobody-/);
  await looksRight(page, 'sign-in-errors');
});

test('signs up by keyboard alone', async ({ page }) => {
  const who = someone('keys');
  const tabTo = async (target: Locator) => {
    await expect(target).toBeVisible();
    for (
      let press = 0;
      press < 12 && !(await target.evaluate((it) => it === document.activeElement));
      press++
    ) {
      await page.keyboard.press('Tab');
    }
  };
  await page.goto('/sign-in');
  await tabTo(page.getByRole('link', { name: 'Create an account' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Create your account' })).toBeVisible();
  await tabTo(page.getByLabel('Username'));
  await page.keyboard.type(who.username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.password);
  await page.keyboard.press('Enter');
  await expect(accountMenu(page, who)).toBeVisible();
});
