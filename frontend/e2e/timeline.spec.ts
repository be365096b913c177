import { expect, type Page, test } from '@playwright/test';
import { api, changeCompany, makeApp } from './api';
import { live, looksRight, signUp, watchPolicy } from './support';

const connected = (page: Page) => expect(live(page)).toBeVisible();
const rows = (page: Page) => page.getByRole('main').getByRole('listitem');

test('shows what happened, and what happens elsewhere without a reload', async ({ page }) => {
  const broken = await watchPolicy(page);
  const who = await signUp(page);
  const other = await page.context().newPage();
  await other.goto('/apps');
  await page.goto('/timeline');
  await expect(rows(page).filter({ hasText: 'Account created' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await connected(page);

  const app = await makeApp(other);
  await expect(rows(page).first()).toContainText(`App ${app.name} created`);
  await expect(rows(page).first()).toContainText(who.username);
  await changeCompany(other, 'US Navy');
  await expect(rows(page).first()).toContainText('Profile updated');
  await expect(rows(page).nth(1)).toContainText(app.name);
  await looksRight(page, 'timeline');
  await rows(page).nth(1).getByRole('link', { name: app.name }).click();
  await expect(page.getByRole('heading', { name: app.name, level: 1 })).toBeVisible();
  expect(broken).toEqual([]);
});

test('goes on where it stopped after the network was away', async ({ page, context }) => {
  await signUp(page);
  const other = await (
    await context.browser()?.newContext({ storageState: await context.storageState() })
  )?.newPage();
  if (!other) throw new Error('no second browser');
  await other.goto('/apps');
  await page.goto('/timeline');
  await connected(page);
  await changeCompany(other, 'before');
  await expect(rows(page).filter({ hasText: 'Profile updated' })).toHaveCount(1);
  await context.setOffline(true);
  await changeCompany(other, 'while away');
  await changeCompany(other, 'while still away');
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'Profile updated 3 times' })).toBeVisible();
});

test('filters stand in the address; what does not match does not come in', async ({ page }) => {
  await signUp(page);
  const app = await makeApp(page);
  await changeCompany(page, 'US Navy');
  await page.goto('/timeline');
  await expect(rows(page).first()).toContainText('Profile updated');

  await page.getByRole('combobox', { name: 'Event type' }).click();
  await page.getByRole('option', { name: 'App created', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\?types=app_created$/);
  await expect(rows(page).filter({ hasText: 'Profile updated' })).toHaveCount(0);
  await expect(page.getByText(`App ${app.name} created`)).toBeVisible();
  await looksRight(page, 'timeline-filtered');

  await page.getByRole('combobox', { name: 'App' }).click();
  await page.getByRole('option', { name: app.name }).click();
  await expect(page).toHaveURL(/types=app_created&app=/);
  await connected(page);
  await changeCompany(page, 'nowhere');
  const second = await makeApp(page);
  await page.goBack();
  await expect(page).toHaveURL(/\?types=app_created$/);
  await expect(page.getByText(`App ${second.name} created`)).toBeVisible();
  await changeCompany(page, 'nowhere again');
  const third = await makeApp(page);
  await expect(page.getByText(`App ${third.name} created`)).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Profile updated' })).toHaveCount(0);

  await page.reload();
  await expect(page.getByText(`App ${third.name} created`)).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(page.getByRole('heading', { name: 'No matching events' })).toBeVisible();
  await looksRight(page, 'timeline-nothing-matches');
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page).toHaveURL(/\/timeline$/);
  await expect(rows(page).filter({ hasText: 'Profile updated' }).first()).toBeVisible();
});

test('older events follow, and new ones are announced to who is reading further down', async ({ page }) => {
  await signUp(page);
  const many = Array.from(
    { length: 40 },
    (_, i) => `c${i}: updateProfile(input: { company: "${i}" }) { errors { message } }`,
  );
  for (let i = 0; i < many.length; i += 10)
    await api(page, `mutation { ${many.slice(i, i + 10).join(' ')} }`);
  await page.goto('/timeline');
  const run = page.getByRole('button', { name: 'Profile updated 30 times' });
  await expect(run).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await connected(page);
  await looksRight(page, 'timeline-run');
  await run.press('Enter');
  await expect(rows(page)).toHaveCount(31);
  const older = page.getByRole('button', { name: 'Older events' });
  await older.click();
  await expect(rows(page).filter({ hasText: 'Account created' })).toHaveCount(1);
  await expect(older).toBeHidden();
  const count = await rows(page).count();

  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await changeCompany(page, 'one more');
  await changeCompany(page, 'and one more');
  const pill = page.getByRole('button', { name: '2 new events' });
  await expect(pill).toBeVisible();
  await expect(rows(page)).toHaveCount(count + 2);
  await expect(page.getByRole('button', { name: 'Profile updated 42 times' })).toBeAttached();
  await looksRight(page, 'timeline-new');
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(pill).toBeVisible();
  await pill.click();
  await expect(pill).toBeHidden();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

test('speaks another language at once, and so do the events', async ({ page }) => {
  await signUp(page);
  await page.goto('/timeline');
  await expect(rows(page).filter({ hasText: 'Account created' })).toBeVisible();
  await connected(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Français');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { name: 'Activité', level: 1 })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Compte créé' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Profil mis à jour' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Aujourd’hui' })).toBeVisible();
  await changeCompany(page, 'US Navy');
  await expect(rows(page).filter({ hasText: 'Profil mis à jour' })).toHaveCount(2);
  await looksRight(page, 'timeline-french');
});
