import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { card, openPage } from './account';
import { api, makeApp } from './api';
import { followEmail } from './mail';
import { accountMenu, dialog, looksRight, press, signIn } from './support';

/** Nobody waits 15 minutes here: the server's word on how long sudo mode lasts is played. */
async function forgetSudo(page: Page) {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query SudoUntil')) return route.fallback();
    const viewer = { __typename: 'Viewer', id: 'viewer', sudoUntil: null };
    return route.fulfill({ json: { data: { viewer } } });
  });
}

test('exports the data, and gives it only to whoever proves to be the owner', async ({ page }) => {
  const who = await openPage(page);
  const data = card(page, 'Your data');
  await data.getByRole('button', { name: 'Request export' }).click();
  await expect(data.getByText(/^Ready/)).toBeVisible({ timeout: 30_000 });
  await looksRight(page, 'authentication-export');
  const download = data.getByRole('link', { name: 'Download' });
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');

  await data.getByRole('button', { name: 'Request new export' }).click();
  await expect(data.getByRole('alert')).toBeVisible();

  await forgetSudo(page);
  await download.click();
  const asked = dialog(page, 'Confirm it’s you');
  await asked.getByLabel('Password', { exact: true }).fill(who.password);
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: 'Continue' }).click(),
  ]);
  expect(again.suggestedFilename()).toBe(file.suggestedFilename());
});

test('an account is deleted once nothing is left to do, by one emailed link, and kept by another', async ({
  page,
}) => {
  const who = await openPage(page);
  const end = card(page, 'Delete account');
  const { name } = await makeApp(page);
  await expect(end.getByRole('link', { name })).toHaveAttribute('href', `/apps/${name}?tab=settings`);
  await expect(end.getByRole('button', { name: 'Delete account' })).toBeDisabled();
  await looksRight(page, 'authentication-apps-remain');

  const found = await api(page, 'query ($name: String!) { app(name: $name) { id } }', { name });
  const document = `mutation ($id: ID!, $input: DeleteAppInput!) {
    deleteApp(id: $id, input: $input) { errors { message } }
  }`;
  await api(page, document, { id: (found.app as { id: string }).id, input: { confirmName: name } });
  await expect(end.getByRole('link', { name: 'Delete account' })).toBeVisible();

  await end.getByRole('link', { name: 'Delete account' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('textbox').fill('somebody else');
  await asked.getByRole('button', { name: 'Send confirmation email' }).click();
  await expect(asked.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await asked.getByRole('textbox').fill(who.username);
  await asked.getByRole('button', { name: 'Send confirmation email' }).click();
  await expect(end.getByText('Check your email to confirm')).toBeVisible();

  await followEmail(page, who.email, '/confirm-deletion');
  await looksRight(page, 'confirm-deletion');
  await press(page, 'Delete account');
  await expect(page.getByRole('heading', { name: 'Your account has been closed' })).toBeFocused();
  await looksRight(page, 'account-closed');
  await page.goto('/sign-in');
  await signIn(page, who);
  await expect(page.getByRole('alert')).toContainText('scheduled for deletion');

  await followEmail(page, who.email, '/cancel-deletion');
  await press(page, 'Keep my account');
  await expect(page.getByRole('heading', { name: 'Deletion canceled' })).toBeFocused();
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect(page.getByLabel('Username or email')).toHaveValue(who.username);
  await signIn(page, who);
  await expect(accountMenu(page, who)).toBeVisible();
});
