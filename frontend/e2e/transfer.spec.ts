import { expect, type Page, test } from '@playwright/test';
import { api, makeApp } from './api';
import { verify } from './mail';
import { dialog, live, looksRight, press, signUp } from './support';

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
