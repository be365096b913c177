import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { buildSchema, parse, validate } from 'graphql';
import { examples } from '../playground/examples';
import { makeApp } from './api';
import { axe, editorStarts, signUp, watchPolicy } from './support';

async function open(page: Page) {
  await page.goto('/playground/');
  await editorStarts(page);
}

const run = (page: Page) => page.getByRole('button', { name: /execute query/i });
const answer = (page: Page) => page.locator('.graphiql-response');
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

test('its examples fit the schema', () => {
  const folder = '../graph/schema';
  const files = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const schema = buildSchema(files.join('\n'));
  for (const { query } of examples) expect(validate(schema, parse(query ?? ''))).toEqual([]);
});

test('asks as whoever is signed in, from this server alone and within its policy', async ({
  page,
  baseURL,
}) => {
  const broken = await watchPolicy(page);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseURL) elsewhere.push(request.url());
  });
  const { username } = await signUp(page);
  await open(page);
  await run(page).click();
  await expect(answer(page)).toContainText(username);
  for (const name of ['CreateAnApp', 'AddAnSshKey', 'FollowMyTimeline', 'MyAppsAndTheirLastDeployment']) {
    await expect(tab(page, name)).toBeVisible();
  }
  await tab(page, 'AddAnSshKey').click();
  await run(page).click();
  await expect(answer(page)).toContainText('"path"');
  expect(elsewhere).toEqual([]);
  expect(broken).toEqual([]);
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page).toHaveURL(/\/apps$/);
});

test('follows the timeline live', async ({ page, context }) => {
  await signUp(page);
  await open(page);
  await tab(page, 'FollowMyTimeline').click();
  await run(page).click();
  const other = await context.newPage();
  await other.goto('/apps');
  await expect(async () => {
    const app = await makeApp(other);
    await expect(answer(page)).toContainText(app.name, { timeout: 1500 });
  }).toPass();
});

test('says nobody to a guest', async ({ page }) => {
  await open(page);
  await run(page).click();
  await expect(answer(page)).toContainText('null');
});

test('sends the headers that are typed', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await page.locator('.graphiql-editor-tool .monaco-editor:visible').click();
  await page.keyboard.type('{"x-example": "42');
  const sent = page.waitForRequest((request) => request.headers()['x-example'] === '42');
  await run(page).click();
  await sent;
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`looks right in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page);
    await run(page).click();
    await expect(answer(page)).toContainText('viewer');
    await page.screenshot({ path: `e2e/screenshots/playground-${colorScheme}.png` });
    // Buttons within GraphiQL's tabs and the colours of Monaco's code are theirs to mend.
    const ours = axe(page).exclude('.graphiql-tabs').exclude('.view-lines');
    const { violations } = await ours.analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
