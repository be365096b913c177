import { expect, test } from '@playwright/test';
import { api } from './api';
import { dialog, live, looksRight, press, signIn, signUp } from './support';

test('asks before a changed profile is left', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByLabel('Location').fill('London');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(dialog(page, 'Discard unsaved changes?')).toBeVisible();
  await looksRight(page, 'discard-changes');
  await press(page, 'Keep editing');
  await expect(page.getByLabel('Location')).toHaveValue('London');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await press(page, 'Discard changes');
  await expect(page).toHaveURL(/\/timeline$/);
});

test('asks before a dialog with input closes', async ({ page }) => {
  await signUp(page);
  await page.goto('/ssh-keys');
  await page.getByRole('link', { name: 'Add SSH key' }).first().click();
  await dialog(page, 'Add SSH key').getByLabel('Name').fill('laptop');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Add SSH key').getByLabel('Name')).toHaveValue('laptop');
  await expect(dialog(page, 'Discard unsaved changes?')).toBeHidden();
  await page.goBack();
  await press(page, 'Discard changes');
  await expect(dialog(page, 'Add SSH key')).toBeHidden();
});

test('keeps what is typed while the session ends elsewhere', async ({ page, browser, baseURL }) => {
  const who = await signUp(page);
  await page.goto('/ssh-keys');
  await page.getByRole('link', { name: 'Add SSH key' }).first().click();
  await expect(live(page)).toBeVisible();
  await dialog(page, 'Add SSH key').getByLabel('Name').fill('laptop');
  const context = await browser.newContext({ baseURL });
  const elsewhere = await context.newPage();
  await elsewhere.goto('/sign-in');
  await signIn(elsewhere, who);
  await expect(elsewhere).toHaveURL(/\/apps$/);
  const { viewer } = await api(
    elsewhere,
    '{ viewer { sessions(first: 10) { edges { node { id current } } } } }',
  );
  const { edges } = (viewer as { sessions: { edges: { node: { id: string; current: boolean } }[] } })
    .sessions;
  for (const { node } of edges.filter(({ node: { current } }) => !current)) {
    await api(elsewhere, 'mutation ($id: ID!) { revokeSession(id: $id) { errors { message } } }', {
      id: node.id,
    });
  }
  await context.close();

  await expect(page.getByText('You’ve been signed out')).toBeVisible();
  await signIn(page, who);
  await expect(dialog(page, 'Add SSH key').getByLabel('Name')).toHaveValue('laptop');
  await expect(page.getByText('Unsaved changes restored')).toBeVisible();
});
