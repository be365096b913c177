import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import { codeOf, turnOnTotp } from './factors';
import { editorStarts, forgetMe, press, signIn, signUpByForm, someone } from './support';

/** A browser whose settings block all site data: no cookies, and storage that throws. */
const test = base.extend<{ blocked: BrowserContext }>({
  blocked: async ({ baseURL, launchOptions, locale }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'portico-e2e-blocked-'));
    const profile = { default_content_setting_values: { cookies: 2 } };
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile }));
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions, baseURL, locale });
    await use(context);
    await context.close();
    rmSync(folder, { recursive: true });
  },
});

const storageOf = (page: Page) =>
  page.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (cause) {
      return cause instanceof Error ? cause.name : 'nothing';
    }
  });

test('where site data is blocked the pages work, and sign-in says what it needs', async ({
  blocked,
  page,
}) => {
  const who = await signUpByForm(page);
  const tab = await blocked.newPage();
  await tab.goto('/sign-in');
  expect(await storageOf(tab)).toBe('SecurityError');
  const notice = tab.getByRole('alert').filter({ hasText: 'Your browser blocks cookies' });
  await expect(notice).toBeVisible();
  await signIn(tab, who);
  await expect(notice).toBeVisible();
  await tab.getByRole('button', { name: 'Theme and language' }).click();
  await tab.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(tab.getByText('Votre navigateur bloque les cookies')).toBeVisible();
  await tab.goto('/forgot-password');
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await tab.goto('/playground/');
  await editorStarts(tab);
});

test('a session that the browser did not keep is said to be lost, and what was typed stays', async ({
  page,
}) => {
  const who = await signUpByForm(page);
  await forgetMe(page);
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const { 'set-cookie': _, ...headers } = response.headers();
    await page.context().clearCookies();
    await route.fulfill({ response, headers });
  });
  await signIn(page, who);
  await expect(page.getByRole('alert')).toContainText('Your browser didn’t keep you signed in');
  await expect(page.getByLabel('Username or email')).toHaveValue(who.username);
});

test('a time zone that the browser doesn’t know breaks no page, and can be changed', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await signUpByForm(page);
  let changed = false;
  await page.route('**/graphql', async (route) => {
    changed ||= route.request().postData()?.includes('mutation UpdateProfile') ?? false;
    if (changed) return route.fallback();
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replace(/"timeZone":"[^"]*"/g, '"timeZone":"posixrules"') });
  });
  for (const path of ['/timeline', '/api-tokens', '/authentication', '/apps', '/profile']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('This page couldn’t load')).toBeHidden();
  }
  await expect(page.getByText('This browser doesn’t know posixrules')).toBeVisible();
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('Paris');
  await page.getByRole('option', { name: 'Europe/Paris' }).click();
  await expect(page.getByText('This browser doesn’t know')).toBeHidden();
  await page.reload();
  await expect(zone).toHaveValue('Europe/Paris');
  expect(errors).toEqual([]);
});

const inDigits = (zero: string, code: string) =>
  code.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));

test('codes may be typed in the digits and dashes of any keyboard', async ({ page }) => {
  const who = await signUpByForm(page, someone('zahra'));
  const { secret, recoveryCodes } = await turnOnTotp(page);
  await forgetMe(page);
  await signIn(page, who);
  await page.getByLabel('6-digit code').fill(inDigits('۰', codeOf(secret)));
  await expect(page).toHaveURL(/\/apps$/);
  await forgetMe(page);
  await signIn(page, who);
  await page.getByRole('link', { name: 'Use a recovery code instead' }).click();
  const [code = ''] = recoveryCodes;
  await page.getByLabel('Recovery code').fill(inDigits('０', code.replaceAll('-', ' — ')));
  await press(page, 'Sign in');
  await expect(page).toHaveURL(/\/apps$/);
});
