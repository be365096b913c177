import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { api, makeApp } from './api';
import { mailedLink } from './mailbox';
import { looksRight, type Someone, signIn, signUp, watchPolicy } from './support';

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const live = (page: Page) => page.getByRole('status').getByText('Live', { exact: true });

/** The same account in another browser. */
async function elsewhere(browser: Browser, baseURL: string | undefined, who: Someone) {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await signIn(page, who);
  await expect(live(page)).toBeVisible();
  return { page, close: () => context.close() };
}

/** Opens a mailed link as whoever reads the mail would, and says yes on its page. */
async function follow(browser: Browser, link: string) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByRole('main')).toContainText(/confirmed|verified|changed|deleted/i);
  await context.close();
}

async function openPage(page: Page) {
  const who = await signUp(page);
  await page.goto('/authentication');
  await expect(card(page, 'Sessions').getByText('This one')).toBeVisible();
  await expect(live(page)).toBeVisible();
  return who;
}

test('the page of a new account looks right', async ({ page }) => {
  const broken = await watchPolicy(page);
  await openPage(page);
  await expect(card(page, 'Your data').getByRole('button')).toBeVisible();
  await looksRight(page, 'authentication');
  for (const name of ['email', 'passkey', 'end-sessions', 'delete']) {
    await page.goto(`/authentication?dialog=${name}`);
    await expect(page.getByRole('dialog')).toBeVisible();
    await looksRight(page, `authentication-${name}`);
  }
  expect(broken).toEqual([]);
});

test('says above every page that the address is not verified, until it is', async ({ page, browser }) => {
  const who = await signUp(page);
  const banner = page.getByRole('region', { name: 'Mail address not verified' });
  await expect(banner).toBeVisible();
  await looksRight(page, 'verify-banner');
  await banner.getByRole('button', { name: 'Send the link again' }).click();
  await expect(page.getByText(`The link is on its way to ${who.email}`)).toBeVisible();
  await banner.getByRole('link', { name: 'correct the address' }).click();
  await expect(page).toHaveURL(/\/authentication#email$/);
  await expect(card(page, 'Mail address')).toBeFocused();
  await follow(browser, await mailedLink(page, who.email, /verif/));
  await expect(banner).toBeHidden();
  await expect(card(page, 'Mail address').getByText('Verified since')).toBeVisible();
});

test('the banner can be put off for the tab', async ({ page }) => {
  await signUp(page);
  const banner = page.getByRole('region', { name: 'Mail address not verified' });
  await banner.getByRole('button', { name: 'Not now' }).click();
  await expect(banner).toBeHidden();
  await page.goto('/profile');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(banner).toBeHidden();
});

test('another address takes both confirmations', async ({ page, browser }) => {
  const who = await openPage(page);
  const address = `new-${who.email}`;
  await card(page, 'Mail address').getByRole('link', { name: 'Change mail address' }).click();
  const asked = dialog(page, 'Change the mail address');
  await asked.getByRole('button', { name: 'Send the links' }).click();
  await expect(asked.getByLabel('New mail address')).toBeFocused();
  await asked.getByLabel('New mail address').fill(address);
  await asked.getByRole('button', { name: 'Send the links' }).click();
  await expect(asked).toBeHidden();

  const underway = page.getByRole('region', { name: 'Change under way' });
  await expect(underway).toContainText(`Waits for the link that was mailed to ${address}`);
  await expect(underway).toContainText(`Waits for the link that was mailed to ${who.email}`);
  await looksRight(page, 'authentication-email-change');
  await follow(browser, await mailedLink(page, address, /change/));
  await page.reload();
  await expect(underway).toContainText(`${address} has confirmed`);
  await follow(browser, await mailedLink(page, who.email, /change/));
  await expect(underway).toBeHidden();
  await expect(card(page, 'Mail address').getByText(address, { exact: true })).toBeVisible();
});

test('a change of address can be taken back', async ({ page }) => {
  const who = await openPage(page);
  await page.goto('/authentication?dialog=email');
  await dialog(page, 'Change the mail address').getByLabel('New mail address').fill(`new-${who.email}`);
  await page.keyboard.press('Enter');
  const underway = page.getByRole('region', { name: 'Change under way' });
  await underway.getByRole('button', { name: 'Take back' }).click();
  await expect(underway).toBeHidden();
  await expect(page.getByText(`The address stays ${who.email}`)).toBeVisible();
});

test('R38: another password ends the sessions elsewhere within a second', async ({
  page,
  browser,
  baseURL,
}) => {
  const who = await openPage(page);
  const other = await elsewhere(browser, baseURL, who);
  await expect(card(page, 'Sessions').getByRole('listitem')).toHaveCount(2);
  const form = card(page, 'Password');
  await form.getByLabel('Current password').fill('not my password at all');
  await form.getByLabel('New password').fill('a few words nobody joins');
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByLabel('Current password')).toBeFocused();
  await expect(form.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'authentication-password-wrong');

  await form.getByLabel('Current password').fill(who.password);
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('The password was changed: 1 other session was ended')).toBeVisible();
  await expect(other.page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible({
    timeout: 1_000,
  });
  await expect(card(page, 'Sessions').getByRole('listitem')).toHaveCount(1);
  await signIn(other.page, { ...who, password: 'a few words nobody joins' });
  await expect(live(other.page)).toBeVisible();
  await other.close();
});

test('a password that is guessed first stands at its field, and is not taken', async ({ page }) => {
  const who = await openPage(page);
  const form = card(page, 'Password');
  await form.getByLabel('Current password').fill(who.password);
  await form.getByLabel('New password').fill('tooshort');
  await expect(form.getByText('Too short: it takes 15 characters.')).toBeVisible();
  await form.getByLabel('New password').fill(who.email);
  await expect(form.getByText(/^Guessable/)).toBeVisible();
  await form.getByRole('button', { name: 'Change password' }).click();
  await expect(form.getByLabel('New password')).toBeFocused();
  await expect(form.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true');
});

test('sets up an authenticator app, makes new codes, and switches it off', async ({ page }) => {
  const broken = await watchPolicy(page);
  await openPage(page);
  const factor = card(page, 'Second factor');
  await factor.getByRole('link', { name: 'Set up an authenticator app' }).click();
  const steps = dialog(page, 'Set up an authenticator app');
  await looksRight(page, 'authentication-totp');
  await steps.getByRole('button', { name: 'Begin' }).click();
  const picture = steps.getByRole('img', { name: /QR code/ });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await looksRight(page, 'authentication-totp-scan');
  const secret = (await steps.locator('code').innerText()).replaceAll(' ', '');
  const code = execFileSync('oathtool', ['-b', '--totp', secret]).toString().trim();
  await steps.getByLabel('Code of the app').fill(code);
  await page.keyboard.press('Enter');

  const list = steps.getByRole('list', { name: 'Recovery codes' });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const codes = await list.getByRole('listitem').allInnerTexts();
  await looksRight(page, 'authentication-totp-codes');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    steps.getByRole('link', { name: 'Download' }).click(),
  ]);
  for (const one of codes) expect(readFileSync(await file.path(), 'utf8')).toContain(one);
  await page.keyboard.press('Escape');
  await page.evaluate(() => history.back());
  await steps.getByRole('button', { name: 'Done' }).click();
  await expect(steps.getByText('Save them first')).toBeVisible();
  await steps.getByLabel('I have saved them').check();
  await steps.getByRole('button', { name: 'Done' }).click();
  await expect(factor.getByText('On since')).toBeVisible();
  await expect(factor.getByText('10 recovery codes left')).toBeVisible();
  expect(await api(page, '{ viewer { twoFactor { enabled recoveryCodesLeft } } }')).toEqual({
    viewer: { twoFactor: { enabled: true, recoveryCodesLeft: 10 } },
  });

  await factor.getByRole('link', { name: 'New recovery codes' }).click();
  await dialog(page, 'New recovery codes').getByRole('button', { name: 'Make new codes' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(0);
  const renewed = dialog(page, 'New recovery codes').getByRole('listitem');
  await expect(renewed).toHaveCount(10);
  expect(await renewed.allInnerTexts()).not.toEqual(codes);
  await dialog(page, 'New recovery codes').getByLabel('I have saved them').check();
  await dialog(page, 'New recovery codes').getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await factor.getByRole('link', { name: 'Switch off' }).click();
  await looksRight(page, 'authentication-totp-off');
  await dialog(page, 'Switch the second factor off').getByRole('button', { name: 'Switch off' }).click();
  await expect(factor.getByText(/^Off/)).toBeVisible();
  expect(broken).toEqual([]);
});

/** A fingerprint reader that always says yes. */
async function plugIn(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('adds a passkey, renames it and removes it', async ({ page }) => {
  await openPage(page);
  await plugIn(page);
  const passkeys = card(page, 'Passkeys');
  await passkeys.getByRole('link', { name: 'Add a passkey' }).click();
  await dialog(page, 'Add a passkey').getByLabel('Name').fill('Laptop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The passkey Laptop was added')).toBeVisible();
  await expect(passkeys.getByRole('listitem')).toContainText('Laptop');

  // The same device has one already: the browser refuses, and the form says so.
  await passkeys.getByRole('link', { name: 'Add a passkey' }).click();
  await dialog(page, 'Add a passkey').getByRole('button', { name: 'Go on' }).click();
  await expect(dialog(page, 'Add a passkey').getByRole('alert')).toContainText('already');
  await page.keyboard.press('Escape');

  await passkeys.getByRole('button', { name: 'Rename the passkey Laptop' }).click();
  await passkeys.getByLabel('Name of the passkey').fill('Desk');
  await page.keyboard.press('Enter');
  await expect(passkeys.getByText('Desk', { exact: true })).toBeVisible();
  await looksRight(page, 'authentication-passkeys');
  await passkeys.getByRole('button', { name: 'Remove the passkey Desk' }).click();
  await page.getByRole('button', { name: 'Remove passkey' }).click();
  await expect(passkeys.getByText('No passkey yet.')).toBeVisible();
});

test('ends one session, and then all others, at once and everywhere', async ({ page, browser, baseURL }) => {
  const who = await openPage(page);
  const rows = card(page, 'Sessions').getByRole('listitem');
  const second = await elsewhere(browser, baseURL, who);
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasNotText: 'This one' }).getByRole('button').click();
  const signedOut = (where: Page) => where.getByRole('heading', { name: 'Sign in to Portico' });
  await expect(signedOut(second.page)).toBeVisible({ timeout: 1_000 });
  await expect(rows).toHaveCount(1);

  const third = await elsewhere(browser, baseURL, who);
  await signIn(second.page, who);
  await expect(rows).toHaveCount(3);
  await card(page, 'Sessions').getByRole('link', { name: 'End all other sessions' }).click();
  await page.getByRole('button', { name: 'End them' }).click();
  await expect(page.getByText('2 sessions were ended')).toBeVisible();
  await expect(signedOut(second.page)).toBeVisible({ timeout: 1_000 });
  await expect(signedOut(third.page)).toBeVisible({ timeout: 1_000 });
  await expect(rows).toHaveCount(1);
  await second.close();
  await third.close();
});

/** Nobody waits 15 minutes here: the server's word on sudo mode is played. */
async function endSudo(page: Page) {
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('query SudoUntil')) return route.fallback();
    const viewer = { __typename: 'Viewer', id: 'viewer', sudoUntil: null };
    return route.fulfill({ json: { data: { viewer } } });
  });
}

test('exports the data, and gives it only to whoever proves to be the owner', async ({ page }) => {
  const who = await openPage(page);
  const data = card(page, 'Your data');
  await data.getByRole('button', { name: 'Ask for an export' }).click();
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

  await data.getByRole('button', { name: 'Ask for a new export' }).click();
  await expect(data.getByRole('alert')).toBeVisible();

  await endSudo(page);
  await download.click();
  const asked = dialog(page, 'Is it you?');
  await asked.getByLabel('Password', { exact: true }).fill(who.password);
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: 'Go on' }).click(),
  ]);
  expect(again.suggestedFilename()).toBe(file.suggestedFilename());
});

test('lists what is left to do before the account can be deleted, and ticks it off live', async ({
  page,
}) => {
  const who = await openPage(page);
  const end = card(page, 'Delete the account');
  const { name } = await makeApp(page);
  await expect(end.getByRole('link', { name })).toHaveAttribute('href', `/apps/${name}?tab=settings`);
  await expect(end.getByRole('button', { name: 'Delete the account' })).toBeDisabled();
  await looksRight(page, 'authentication-apps-remain');

  const found = await api(page, 'query ($name: String!) { app(name: $name) { id } }', { name });
  const document = `mutation ($id: ID!, $input: DeleteAppInput!) {
    deleteApp(id: $id, input: $input) { errors { message } }
  }`;
  await api(page, document, { id: (found.app as { id: string }).id, input: { confirmName: name } });
  await expect(end.getByText('nothing is left to do')).toBeVisible();

  await end.getByRole('link', { name: 'Delete the account' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('textbox').fill('somebody else');
  await asked.getByRole('button', { name: 'Mail me the link' }).click();
  await expect(asked.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await asked.getByRole('textbox').fill(who.username);
  await asked.getByRole('button', { name: 'Mail me the link' }).click();
  await expect(end.getByText('We mailed you a link')).toBeVisible();
  expect(await mailedLink(page, who.email, /delet/)).toContain('#');
});

test('the palette goes to each of it', async ({ page }) => {
  await signUp(page);
  const command = async (words: string) => {
    await page.goto('/apps');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Go to a page or do something…').fill(words);
    await page.keyboard.press('Enter');
  };
  await command('change password');
  await expect(card(page, 'Password').getByLabel('Current password')).toBeFocused();
  await command('two-factor');
  await expect(dialog(page, 'Set up an authenticator app')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await command('add a passkey');
  await expect(dialog(page, 'Add a passkey')).toBeVisible();
  await command('end all other');
  await expect(dialog(page, 'End all other sessions')).toBeVisible();
  await command('export my data');
  await expect(card(page, 'Your data')).toBeFocused();
});

test('the page is asked for again after signing in', async ({ page }) => {
  await page.goto('/authentication');
  await expect(page).toHaveURL(/\/sign-in\?next=authentication$/);
});

test('in French nothing is left in English', async ({ page }) => {
  await openPage(page);
  await api(page, 'mutation { updateProfile(input: { language: FR }) { errors { message } } }');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Authentification', level: 1 })).toBeVisible();
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings).toEqual(
    expect.arrayContaining([
      'Adresse e-mail',
      'Mot de passe',
      'Second facteur',
      'Clés d’accès',
      'Vos données',
      'Supprimer le compte',
    ]),
  );
});
