import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { api, makeApp } from './api';
import { verify } from './mail';
import { dialog, live, looksRight, press, rowAction, signUp } from './support';

// The clock, which all share, goes to the end of the month. What expires within that time is in
// this file, too: its journeys run one after another.

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Has an app of one's own, with its resources open. */
async function openResources(page: Page) {
  await signUp(page);
  const app = await makeApp(page);
  await page.goto(`/apps/${app.name}`);
  await page.getByRole('tab', { name: 'Resources' }).click();
  return app;
}

async function scaleToOne(page: Page) {
  const containers = part(page, 'Containers');
  await containers.getByRole('button', { name: 'Add type' }).click();
  await containers.getByRole('button', { name: 'Scale', exact: true }).click();
  await expect(containers.getByText('1 running')).toBeVisible();
}

async function addDatabase(page: Page) {
  await press(page, 'Add add-on');
  const form = dialog(page, 'Add add-on');
  await form.getByRole('combobox', { name: 'Plan' }).click();
  await page.getByRole('option', { name: /^postgresql-s/ }).click();
  await form.getByRole('button', { name: 'Add add-on' }).click();
  await expect(form).toBeHidden();
}

async function run(page: Page, command: string) {
  await page.getByRole('textbox', { name: 'Command' }).fill(command);
  await press(page, 'Run command');
}

test('an app runs, gets a database, runs a command, and is charged for', async ({ page }) => {
  const app = await openResources(page);
  await scaleToOne(page);

  await addDatabase(page);
  const database = part(page, 'Add-ons').getByRole('listitem').filter({ hasText: 'postgresql' });
  await expect(database.getByText('Setting up')).toBeVisible();
  await expect(database.getByText('Running')).toBeVisible();
  await expect(database.getByText(/€8\.76 a month/)).toBeVisible();

  await run(page, 'sleep 1');
  const task = part(page, 'One-off containers').getByRole('listitem').filter({ hasText: 'sleep 1' });
  await expect(task.getByText('Ended')).toBeVisible();
  await expect(task.getByText('Exit code 0')).toBeVisible();
  await expect(part(page, 'So far this month').getByText(/^€\d+\.\d\d$/)).toBeVisible();
  await looksRight(page, 'resources');

  const moved = page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('sandboxAdvanceClock'),
  );
  await page.getByRole('contentinfo').getByRole('button', { name: 'To the month’s end' }).click();
  await moved;
  // The clock stands at the next month's first minute: what was used is in the month before.
  const { sandbox } = await api(page, '{ sandbox { now } }');
  const before = new Date((sandbox as { now: string }).now);
  before.setUTCDate(0);
  await page.goto(`/usage?month=${before.toISOString().slice(0, 7)}`);
  const cost = page.getByRole('list', { name: 'Usage' }).getByRole('listitem').filter({ hasText: app.name });
  await expect(cost).toHaveText(/€(?!0\.00)\d+\.\d\d/);
  const saved = page.waitForEvent('download');
  await press(page, 'Download CSV');
  const file = await saved;
  expect(file.suggestedFilename()).toBe(`portico-usage-${before.toISOString().slice(0, 7)}.csv`);
  expect(readFileSync(await file.path(), 'utf8')).toContain(`\r\n${app.name},CONTAINER,web,M,`);
});

test('a database gets another plan, and is removed', async ({ page }) => {
  await openResources(page);
  await addDatabase(page);
  const database = part(page, 'Add-ons').getByRole('listitem').filter({ hasText: 'postgresql' });
  await expect(database.getByText('Running')).toBeVisible();

  await rowAction(page, 'Actions for postgresql', 'Change plan of postgresql');
  const change = dialog(page, 'Change plan of postgresql');
  await change.getByRole('combobox', { name: 'Plan' }).click();
  await expect(page.getByRole('option', { name: /^mysql/ })).toHaveCount(0);
  await page.getByRole('option', { name: /^postgresql-m/ }).click();
  await expect(change.getByText('€8.76 → €32.85 a month, €24.09 more')).toBeVisible();
  await looksRight(page, 'resources-change-plan');
  await change.getByRole('button', { name: 'Change plan' }).click();
  await expect(database.getByText('postgresql-m', { exact: true })).toBeVisible();

  await rowAction(page, 'Actions for postgresql', 'Remove postgresql');
  const remove = dialog(page, 'Remove postgresql');
  await remove.getByRole('textbox').fill('postgresql');
  await remove.getByRole('button', { name: 'Remove add-on' }).click();
  await expect(remove).toBeHidden();
  await expect(page.getByText('This app has no add-ons yet.')).toBeVisible();
});

test('a command that runs is stopped', async ({ page }) => {
  await openResources(page);
  await run(page, 'sleep 600');
  const task = part(page, 'One-off containers').getByRole('listitem').filter({ hasText: 'sleep 600' });
  await expect(task.getByText('Running')).toBeVisible();
  await rowAction(page, 'Actions for “sleep 600”', 'Stop “sleep 600”');
  await expect(task.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(task.getByText(/Exit code/)).toBeHidden();
});

/** An app with a collaborator, who looks at their apps in a browser of their own. */
async function shared(page: Page) {
  await verify(page, await signUp(page));
  const { name } = await makeApp(page);
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const theirs = await (await browser.newContext()).newPage();
  const { username } = await signUp(theirs);
  const { app } = await api(page, 'query ($name: String!) { app(name: $name) { id } }', { name });
  const invite = `mutation ($appId: ID!, $input: InviteCollaboratorInput!) {
    inviteCollaborator(appId: $appId, input: $input) { collaborator { id } errors { message } }
  }`;
  const input = { username, role: 'COLLABORATOR' };
  const { inviteCollaborator } = await api(page, invite, { appId: (app as { id: string }).id, input });
  const { id } = (inviteCollaborator as { collaborator: { id: string } }).collaborator;
  await api(theirs, 'mutation ($id: ID!) { acceptInvitation(id: $id) { errors { message } } }', { id });
  await theirs.goto('/apps');
  await expect(live(theirs)).toBeVisible();
  return { name, theirs, username };
}

async function offer(page: Page, name: string, username: string) {
  await page.getByRole('combobox', { name: 'New owner' }).click();
  await page.getByRole('option', { name: username }).click();
  await press(page, 'Transfer app…');
  const confirm = dialog(page, `Transfer ${name} to ${username}`);
  await confirm.getByRole('textbox').fill(name);
  await confirm.getByRole('button', { name: 'Transfer app' }).click();
  await expect(confirm).toBeHidden();
  await expect(page.getByText(`Waiting for ${username} to accept`)).toBeVisible();
}

test('offers an app, cancels, is declined, and is taken over from', async ({ page }) => {
  const { name, theirs, username } = await shared(page);
  await page.goto(`/apps/${name}?tab=settings`);
  await expect(live(page)).toBeVisible();
  const offered = theirs.getByRole('heading', { name: 'Transfers' });

  await offer(page, name, username);
  await expect(offered).toBeVisible();
  await looksRight(page, 'app-transfer');
  await press(page, 'Cancel transfer');
  await expect(page.getByRole('combobox', { name: 'New owner' })).toBeVisible();
  await expect(offered).toBeHidden();

  await offer(page, name, username);
  await expect(offered).toBeVisible();
  await looksRight(theirs, 'apps-transfer');
  await press(theirs, `Decline the transfer of ${name}`);
  await expect(offered).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'New owner' })).toBeVisible();

  await offer(page, name, username);
  await press(theirs, `Accept the transfer of ${name}`);
  await expect(theirs.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(theirs.getByRole('tab', { name: 'Settings' })).toBeVisible();
  await expect(page.getByText(`Owned by ${username}`)).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Settings' })).toBeHidden();
});
