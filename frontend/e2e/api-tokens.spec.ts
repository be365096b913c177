import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { makeApp } from './api';
import { endSudo, prove } from './factors';
import { dialog, editorStarts, live, looksRight, rowAction, signUp, watchPolicy } from './support';

/** A level of an area in the matrix of permissions. */
const permission = (page: Page, area: string, level: string) =>
  page.getByRole('radiogroup', { name: area, exact: true }).getByRole('radio', { name: level });

/** Permissions are written like `Apps: Read`. */
async function fillIn(page: Page, name: string, permissions: string[]) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  for (const one of permissions) {
    const [area = '', level = ''] = one.split(': ');
    await permission(page, area, level).check();
  }
  await page.getByRole('button', { name: 'Create token' }).click();
}

/** The secret on screen, after which the dialog is closed. */
async function takeSecret(page: Page) {
  const shown = dialog(page, /^API token “/);
  const secret = await shown.getByText(/^ptk_/).innerText();
  await shown.getByLabel('I’ve saved this token').check();
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(shown).toBeHidden();
  return secret;
}

async function makeToken(page: Page, name: string, permissions: string[]) {
  await page.goto('/api-tokens?dialog=create');
  await fillIn(page, name, permissions);
  return takeSecret(page);
}

/** Sends the curl command as a shell would. */
async function sendCurl(request: APIRequestContext, command: string) {
  const [, url = ''] = /^curl (\S+)/.exec(command) ?? [];
  const headers = Object.fromEntries(
    [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name, value]) => [name, value]),
  );
  const [, data = ''] = /-d '([^']+)'/.exec(command) ?? [];
  return request.post(url, { headers, data });
}

test('an empty list teaches', async ({ page }) => {
  await signUp(page);
  await page.goto('/api-tokens');
  await expect(page.getByRole('heading', { name: 'No API tokens yet' })).toBeVisible();
  await looksRight(page, 'api-tokens-empty');
});

test('the form says at its fields what is missing', async ({ page }) => {
  await signUp(page);
  await page.goto('/api-tokens?dialog=create');
  await page.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(page.getByText('Select at least one permission.')).toBeVisible();
  await looksRight(page, 'api-tokens-create');
});

test('makes a token whose curl example works until it is revoked', async ({ page, request }) => {
  const who = await signUp(page);
  const app = await makeApp(page);
  await endSudo(page, 'CreateApiToken');
  await page.goto('/api-tokens');
  await page.getByRole('link', { name: 'Create API token' }).click();
  await page.getByRole('combobox', { name: 'Apps' }).click();
  await page.getByRole('option', { name: app.name }).click();
  await page.keyboard.press('Escape');
  await expect(permission(page, 'SSH keys', 'Read')).toBeDisabled();
  await fillIn(page, 'Deploy bot', ['Profile: Read', 'Apps: Write']);

  await expect(dialog(page, 'Confirm it’s you').getByLabel('Password', { exact: true })).toBeFocused();
  await prove(page, who);

  const shown = dialog(page, 'API token “Deploy bot” created');
  await expect(shown).toBeVisible();
  await page.keyboard.press('Escape');
  await shown.getByRole('button', { name: 'Done' }).click();
  await expect(shown.getByText('Save the token before closing')).toBeVisible();
  await looksRight(page, 'api-tokens-secret');
  const command = await shown.getByText(/^curl /).innerText();
  await shown.getByRole('tab', { name: 'JavaScript' }).click();
  await expect(shown.getByText('graphql-ws', { exact: false }).first()).toBeVisible();
  const secret = await takeSecret(page);
  expect(command).toContain(secret);
  const answer = await sendCurl(request, command);
  expect(await answer.json()).toMatchObject({ data: { viewer: { username: who.username } } });

  const row = page.getByRole('listitem').filter({ hasText: 'Deploy bot' });
  await expect(row).toContainText(`ptk_…${secret.slice(-4)}`);
  await expect(row).toContainText('Apps: read and write');
  await expect(row).toContainText(`Only ${app.name}`);
  await expect(row).toContainText('Expires on');
  await page.reload();
  await expect(row).toContainText('Last used');

  await rowAction(page, 'Actions for token Deploy bot', 'Revoke token Deploy bot');
  await page.getByRole('dialog').getByRole('textbox').fill('Deploy bot');
  await page.getByRole('button', { name: 'Revoke token', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const refused = await sendCurl(request, command);
  expect(refused.status()).toBe(401);
  expect((await refused.json()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('cancelling the password leaves the form as it was', async ({ page }) => {
  const who = await signUp(page);
  await endSudo(page, 'CreateApiToken');
  await page.goto('/api-tokens?dialog=create');
  await fillIn(page, 'Kept', ['API tokens: Read']);
  const asked = dialog(page, 'Confirm it’s you');
  await expect(asked.getByLabel('Password', { exact: true })).toBeFocused();
  await looksRight(page, 'api-tokens-sudo');
  await page.keyboard.press('Escape');
  await expect(asked).toBeHidden();
  const form = dialog(page, 'Create API token');
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Kept');
  await expect(permission(page, 'API tokens', 'Read')).toBeChecked();
  await expect(form.getByRole('alert')).toHaveCount(0);
  const submit = form.getByRole('button', { name: 'Create token' });
  await expect(submit).toBeFocused();

  await endSudo(page, 'CreateApiToken');
  await submit.click();
  await asked.getByLabel('Password', { exact: true }).fill('not my password');
  await asked.getByRole('button', { name: 'Continue' }).click();
  await expect(asked.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await prove(page, who);
  await takeSecret(page);
  await expect(page.getByText('1 token', { exact: true })).toBeVisible();
  await expect(live(page)).toBeVisible();
});

test('renewing ends the old secret at once and shows the new one', async ({ page, request }) => {
  const who = await signUp(page);
  const old = await makeToken(page, 'Nightly', ['Profile: Read']);
  await looksRight(page, 'api-tokens');
  await rowAction(page, 'Actions for token Nightly', 'Renew token Nightly');
  await expect(page.getByRole('dialog')).toContainText('The current token will stop working immediately');
  await looksRight(page, 'api-tokens-renew');
  await page.getByRole('button', { name: 'Renew token', exact: true }).click();
  const secret = await takeSecret(page);
  expect(secret).not.toBe(old);
  const ask = (token: string) =>
    request.post('/graphql', {
      headers: { Authorization: `Bearer ${token}` },
      data: { query: '{ viewer { username } }' },
    });
  expect((await ask(old)).status()).toBe(401);
  expect(await (await ask(secret)).json()).toMatchObject({ data: { viewer: { username: who.username } } });
});

test('nobody leaves the page before the secret is stored', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('link', { name: 'API tokens' }).click();
  await page.getByRole('link', { name: 'Create API token' }).click();
  await fillIn(page, 'Kept', ['Profile: Read']);
  await expect(dialog(page, /^API token “/)).toBeVisible();
  await page.evaluate(() => history.go(-2));
  await expect(dialog(page, /^API token “/)).toBeVisible();
  await takeSecret(page);
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(page).toHaveURL(/timeline/);
  await expect(page.getByRole('main')).toContainText('Kept');
});

test('R81: the playground asks before it takes the token from the fragment, and keeps it out of the address', async ({
  page,
  browser,
  baseURL,
}) => {
  const who = await signUp(page);
  const secret = await makeToken(page, 'Play', ['Profile: Read', 'Timeline: Read']);
  const guest = await browser.newContext({ baseURL });
  const playground = await guest.newPage();
  const broken = await watchPolicy(playground);
  const seen: string[] = [];
  playground.on('request', (one) => seen.push(one.url()));
  await playground.goto(`/playground/#token=${secret}`);
  await expect(playground.getByRole('heading', { name: 'Use the API token in this link?' })).toBeVisible();
  expect(new URL(playground.url()).hash).toBe('');
  expect(seen.filter((url) => url.endsWith('/graphql'))).toEqual([]);
  await playground.getByRole('button', { name: 'Use token' }).click();
  await editorStarts(playground);
  await playground.getByRole('button', { name: /execute query/i }).click();
  await expect(playground.locator('.graphiql-response')).toContainText(who.username);
  await playground.getByRole('tab', { name: 'FollowMyTimeline' }).click();
  const opened = playground
    .waitForEvent('websocket')
    .then((socket) =>
      socket.waitForEvent('framesent', { predicate: ({ payload }) => String(payload).includes(secret) }),
    );
  await playground.getByRole('button', { name: /execute query/i }).click();
  await opened;
  expect(seen.filter((url) => url.includes(secret))).toEqual([]);
  const stored = await playground.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toContain(secret);
  expect(broken).toEqual([]);
  await guest.close();
});

test('R81: a token in somebody else’s link is not used unless it is wanted', async ({
  page,
  browser,
  baseURL,
}) => {
  await signUp(page);
  const secret = await makeToken(page, 'Bait', ['Profile: Read']);
  const other = await browser.newContext({ baseURL });
  const victim = await other.newPage();
  const who = await signUp(victim);
  await victim.goto(`/playground/#token=${secret}`);
  await victim.getByRole('button', { name: 'Continue without token' }).click();
  await editorStarts(victim);
  await victim.getByRole('button', { name: /execute query/i }).click();
  await expect(victim.locator('.graphiql-response')).toContainText(who.username);
  await other.close();
});
