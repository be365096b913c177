import { expect, type Page, test } from '@playwright/test';
import { api, makeApp, Workplace } from './api';
import { verify } from './mail';
import { looksRight, rowAction, signUp, watchPolicy } from './support';

/** Somebody else, in a browser of their own. */
async function somebodyElse(page: Page) {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const context = await browser.newContext();
  const theirs = await context.newPage();
  return { theirs, who: await signUp(theirs) };
}

const connected = (page: Page) => expect(page.getByRole('status').getByText('Live')).toBeVisible();

test('an empty list teaches', async ({ page }) => {
  const broken = await watchPolicy(page);
  await signUp(page);
  await page.goto('/apps');
  await expect(page.getByRole('heading', { name: 'No apps yet' })).toBeVisible();
  await expect(page.getByText(/^git remote add portico ssh:\/\//)).toBeVisible();
  const steps = page.getByRole('main').getByRole('list');
  await expect(steps.getByRole('img', { name: 'To do' })).toHaveCount(3);
  await looksRight(page, 'apps-empty');

  const app = await makeApp(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your first deployment' })).toBeVisible();
  await looksRight(page, 'apps-get-started');
  await page.getByRole('link', { name: 'Show commands' }).click();
  await expect(page.getByRole('heading', { name: app.name, level: 1 })).toBeVisible();
  expect(broken).toEqual([]);
});

test('creates an app by keyboard, with what is wrong at its field', async ({ page }) => {
  await signUp(page);
  const taken = await makeApp(page);
  await page.goto('/apps');
  await page.getByRole('link', { name: 'Create app' }).first().focus();
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type(taken.name);
  await page.keyboard.press('Enter');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue(taken.name);
  await looksRight(page, 'apps-create');
  await name.focus();
  await page.keyboard.type('-two');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `${taken.name}-two`, level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No deployments yet' })).toBeVisible();
  await expect(page.getByText(/^SHA256:/)).toBeVisible();
  await looksRight(page, 'app-empty');
});

test('an app is found by its name and status, also after a reload', async ({ page }) => {
  await signUp(page);
  const [one, other] = [await makeApp(page), await makeApp(page)];
  await page.goto('/apps');
  await page.getByRole('searchbox', { name: 'Search' }).fill(one.name);
  await expect(page.getByRole('link', { name: other.name })).toBeHidden();
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'No containers' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/name=.*status=new/);
  await page.reload();
  await expect(page.getByRole('link', { name: one.name })).toBeVisible();
  await expect(page.getByRole('link', { name: other.name })).toBeHidden();
  await looksRight(page, 'apps-filtered');
  await page.getByRole('searchbox', { name: 'Search' }).fill('nothing-of-this-name');
  await expect(page.getByRole('heading', { name: 'No matching apps' })).toBeVisible();
  await looksRight(page, 'apps-no-match');
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(page.getByRole('link', { name: other.name })).toBeVisible();
});

test('"back" closes the dialog', async ({ page }) => {
  await signUp(page);
  await page.goto('/apps');
  await page.getByRole('link', { name: 'Create app' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a push appears while the page is open, and in the list', async ({ page }) => {
  const workplace = new Workplace();
  try {
    await signUp(page);
    const app = await makeApp(page);
    await workplace.open(page);
    await page.goto(`/apps/${app.name}`);
    await expect(page.getByRole('heading', { name: 'No deployments yet' })).toBeVisible();
    await connected(page);
    workplace.push(app.gitRemote, 'First version');
    await expect(page.getByText('First version')).toBeVisible();
    workplace.push(app.gitRemote, 'Second version');
    await expect(page.getByRole('listitem').first()).toContainText('Second version');
    await expect(page.getByRole('listitem').nth(1)).toContainText('First version');
    await page.getByRole('button', { name: 'How to push' }).click();
    await looksRight(page, 'app-deployments');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect(page.getByRole('listitem').first()).toContainText('deployed from main');
    workplace.push(app.gitRemote, 'Third version');
    await expect(page.getByRole('listitem').first()).toContainText('Third version');
    await looksRight(page, 'app-timeline');
    await page.goto('/apps');
    await expect(page.getByRole('listitem')).toContainText('Third version');
    await looksRight(page, 'apps');
  } finally {
    workplace.close();
  }
});

test('invites, is joined, changes a role and removes, all of it live on both sides', async ({ page }) => {
  await verify(page, await signUp(page));
  const app = await makeApp(page);
  const { theirs, who } = await somebodyElse(page);
  await theirs.goto('/apps');
  await connected(theirs);

  await page.goto(`/apps/${app.name}?tab=collaborators`);
  await connected(page);
  const name = page.getByRole('textbox', { name: 'Username' });
  await name.fill('nobody-of-that-name');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(name).toHaveValue('nobody-of-that-name');
  await name.fill(who.username);
  await page.getByRole('button', { name: 'Invite' }).click();
  const row = page.getByRole('listitem').filter({ hasText: who.username });
  await expect(row.getByText('Pending')).toBeVisible();
  await looksRight(page, 'app-collaborators-pending');

  await expect(theirs.getByRole('heading', { name: 'Invitations' })).toBeVisible();
  await looksRight(theirs, 'apps-invitation');
  await theirs.getByRole('button', { name: `Accept the invitation to ${app.name}` }).click();
  await expect(theirs.getByRole('heading', { name: app.name, level: 1 })).toBeVisible();
  await expect(theirs.getByRole('tab', { name: 'Settings' })).toBeHidden();
  await expect(row.getByText('Pending')).toBeHidden();

  await row.getByLabel(`Role of ${who.username}`).first().click();
  await page.getByRole('option', { name: 'Limited' }).click();
  await expect(theirs.getByText('Limited').first()).toBeVisible();
  await looksRight(page, 'app-collaborators');

  await rowAction(page, `Actions for ${who.username}`, `Remove ${who.username}`);
  await expect(page.getByRole('dialog')).toContainText('immediately lose access');
  await looksRight(page, 'app-collaborators-remove');
  await page.getByRole('dialog').getByRole('textbox').fill(who.username);
  await page.getByRole('button', { name: 'Remove collaborator' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row).toBeHidden();
  await expect(theirs.getByText('App not found')).toBeVisible();
  await looksRight(theirs, 'app-gone');
});

test('an invitation is declined, another taken back', async ({ page }) => {
  await verify(page, await signUp(page));
  const app = await makeApp(page);
  const { theirs, who } = await somebodyElse(page);
  await page.goto(`/apps/${app.name}?tab=collaborators`);
  const row = page.getByRole('listitem').filter({ hasText: who.username });
  const invite = async () => {
    await page.getByRole('textbox', { name: 'Username' }).fill(who.username);
    await page.getByRole('button', { name: 'Invite' }).click();
    await expect(row.getByText('Pending')).toBeVisible();
  };
  await theirs.goto('/apps');
  await connected(theirs);
  await invite();
  await theirs.getByRole('button', { name: `Decline the invitation to ${app.name}` }).click();
  await expect(theirs.getByRole('heading', { name: 'Invitations' })).toBeHidden();
  await expect(row).toBeHidden();
  await invite();
  await expect(theirs.getByRole('heading', { name: 'Invitations' })).toBeVisible();
  await rowAction(page, `Actions for ${who.username}`, `Cancel invitation for ${who.username}`);
  await expect(row).toBeHidden();
  await expect(theirs.getByRole('heading', { name: 'Invitations' })).toBeHidden();
});

test('a collaborator leaves', async ({ page }) => {
  await verify(page, await signUp(page));
  const app = await makeApp(page);
  const { theirs, who } = await somebodyElse(page);
  await page.goto(`/apps/${app.name}?tab=collaborators`);
  await page.getByRole('textbox', { name: 'Username' }).fill(who.username);
  await page.getByRole('button', { name: 'Invite' }).click();
  await theirs.goto('/apps');
  await theirs.getByRole('button', { name: `Accept the invitation to ${app.name}` }).click();
  await theirs.getByRole('tab', { name: 'Collaborators' }).click();
  await rowAction(theirs, 'Actions for your access', 'Leave app');
  await theirs.getByRole('dialog').getByRole('textbox').fill(app.name);
  await theirs.getByRole('dialog').getByRole('button', { name: 'Leave app' }).click();
  await expect(theirs).toHaveURL(/\/apps$/);
  await expect(page.getByRole('listitem').filter({ hasText: who.username })).toBeHidden();
});

test('renames an app: the page of another tab follows; then deletes it by its name', async ({ page }) => {
  await signUp(page);
  const app = await makeApp(page);
  const other = await page.context().newPage();
  await other.goto(`/apps/${app.name}?tab=timeline`);
  await expect(other.getByRole('listitem').first()).toContainText('created');
  await connected(other);

  await page.goto(`/apps/${app.name}?tab=settings`);
  const name = page.getByRole('textbox', { name: 'App name' });
  await name.fill('No Name!');
  await page.getByRole('button', { name: 'Rename app' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'app-settings');
  const renamed = `${app.name}-b`;
  await name.fill(renamed);
  await page.getByRole('button', { name: 'Rename app' }).click();
  await expect(page).toHaveURL(new RegExp(`/apps/${renamed}\\?tab=settings$`));
  await expect(other).toHaveURL(new RegExp(`/apps/${renamed}\\?tab=timeline$`));
  await expect(other.getByRole('listitem').first()).toContainText(renamed);

  await page.getByRole('button', { name: 'Delete app…' }).click();
  await expect(page.getByRole('dialog')).toContainText('will be permanently deleted');
  await page.getByRole('button', { name: 'Delete app', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'app-delete');
  await page.getByRole('dialog').getByRole('textbox').fill(renamed);
  await page.getByRole('button', { name: 'Delete app', exact: true }).click();
  await expect(page).toHaveURL(/\/apps$/);
  await expect(page.getByRole('heading', { name: 'No apps yet' })).toBeVisible();
  await expect(other.getByText('App not found')).toBeVisible();
});

test('a stranger’s app is not there', async ({ page }) => {
  await signUp(page);
  const app = await makeApp(page);
  const { theirs } = await somebodyElse(page);
  await theirs.goto(`/apps/${app.name}`);
  await expect(theirs.getByText('App not found')).toBeVisible();
});

test('speaks French', async ({ page }) => {
  await signUp(page);
  const app = await makeApp(page);
  await api(page, 'mutation { updateProfile(input: { language: FR }) { errors { message } } }');
  await page.goto(`/apps/${app.name}?tab=collaborators`);
  await expect(page.getByRole('heading', { name: 'Inviter un collaborateur' })).toBeVisible();
  await looksRight(page, 'app-collaborators-french');
});
