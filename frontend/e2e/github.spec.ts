import { expect, type Page, test } from '@playwright/test';
import { verify } from './mail';
import { accountMenu, forgetMe, looksRight, press, signUp, someone, watchPolicy } from './support';

/** Says at the stand-in for GitHub who one is there. */
async function beAtGithub(page: Page, login: string, email: string, answer = 'Authorize') {
  await expect(page).toHaveURL(/\/dev\/github\//);
  await page.getByLabel('Name at GitHub').fill(login);
  await page.getByLabel('Primary mail address').fill(email);
  await page.getByRole('button', { name: answer }).click();
}

test('signs up and in with GitHub, and comes back to the page that was asked for', async ({ page }) => {
  const broken = await watchPolicy(page);
  const who = someone('octo');
  await page.goto('/sign-up');
  await press(page, 'Sign up with GitHub');
  await beAtGithub(page, 'no name of GitHub', who.email);
  await expect(page.getByRole('alert')).toBeVisible();
  await beAtGithub(page, who.username, who.email);
  await expect(accountMenu(page, who)).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/timeline');
  await expect(page).toHaveURL(/\/sign-in\?next=timeline$/);
  await press(page, 'Sign in with GitHub');
  await beAtGithub(page, who.username, who.email);
  await expect(page).toHaveURL(/\/timeline$/);
  await expect(accountMenu(page, who)).toBeVisible();
  expect(broken).toEqual([]);
});

test('R23: an equal address at GitHub links nothing, and a refusal is told', async ({ page }) => {
  const who = await signUp(page);
  await verify(page, who);
  await forgetMe(page);
  await press(page, 'Sign in with GitHub');
  await beAtGithub(page, someone('octo').username, who.email);
  await expect(page).toHaveURL(/\/sign-in\?github=taken$/);
  await expect(page.getByRole('alert')).toContainText('Sign in, then link GitHub');
  await looksRight(page, 'sign-in-github-taken');
  await press(page, 'Sign in with GitHub');
  await beAtGithub(page, someone('octo').username, who.email, 'Deny');
  await expect(page).toHaveURL(/\/sign-in\?github=refused$/);
});
