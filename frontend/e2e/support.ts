import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Someone = { username: string; email: string; password: string };

/** Somebody new, of a name that no other run has. */
export function someone(prefix = 'ada'): Someone {
  const username = `${prefix}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  return { username, email: `${username}@example.org`, password: `correct horse ${username}` };
}

/** Signs up on the page. */
export async function signUpByForm(page: Page, who = someone()): Promise<Someone> {
  await page.goto('/sign-up');
  await page.getByLabel('Username').fill(who.username);
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(accountMenu(page, who)).toBeVisible();
  return who;
}

/** Signs up by the API, as this browser would, and opens the first page: for journeys about something else. */
export async function signUp(page: Page, who = someone()): Promise<Someone> {
  const [userAgent, language] = await page.evaluate(() => [navigator.userAgent, navigator.language]);
  const query = 'mutation ($input: SignUpInput!) { signUp(input: $input) { errors { message } } }';
  const response = await page.request.post('/graphql', {
    headers: { 'user-agent': userAgent, 'accept-language': language },
    data: { query, variables: { input: who } },
  });
  expect(await response.json()).toMatchObject({ data: { signUp: { errors: [] } } });
  await page.goto('/');
  await expect(accountMenu(page, who)).toBeVisible();
  return who;
}

export async function signIn(page: Page, { username, password }: Someone) {
  await page.getByLabel('Username or email').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export function accountMenu(page: Page, { username }: Pick<Someone, 'username'>) {
  return page.getByRole('button', { name: new RegExp(username) });
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Chooses from the menu at the end of a list's row. */
export async function rowAction(page: Page, menu: string, action: string) {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

export const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** The sign that the page follows what happens elsewhere. */
export const live = (page: Page) => page.getByRole('status').getByText('Live', { exact: true });

/** Leaves without a word to the server, as whoever deletes their cookies. */
export async function forgetMe(page: Page) {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();
}

/**
 * Waits until nothing moves: a colour half way between two is a contrast that nobody sees.
 * A button that waits for an answer turns for as long as the password is asked for.
 */
async function settled(page: Page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter(({ effect }) => !(effect instanceof KeyframeEffect && effect.target?.closest('[data-loading]')))
      .every(({ playState }) => playState !== 'running'),
  );
}

/**
 * What axe says of a page. It opens a tab of its own for its results unless it is told that no frame is of
 * another origin, and describes all that is right unless it is told not to: both take longer than looking.
 */
export const axe = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/**
 * Looks at what is shown now as its users do: axe finds nothing in either theme,
 * and at 320 px nothing is wider than the screen. Leaves a picture of each.
 * The account's theme must be that of the system.
 */
export async function looksRight(page: Page, name: string) {
  const wide = page.viewportSize() ?? { width: 1280, height: 800 };
  // What the pointer rests on by chance shows its tooltip.
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await settled(page);
    await page.screenshot({ path: `e2e/screenshots/${name}-${colorScheme}.png` });
    const { violations } = await axe(page).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map((node) => `${node.html} ${node.failureSummary}`),
    }));
    expect(found, `axe, ${name}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 720 });
  await settled(page);
  await page.screenshot({ path: `e2e/screenshots/${name}-320.png` });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${name} at 320 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize(wide);
}

/** The page breaks no rule of its own Content-Security-Policy. Call before the first page is opened. */
export async function watchPolicy(page: Page): Promise<string[]> {
  const broken: string[] = [];
  await page.exposeFunction('policyBroken', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(window, 'policyBroken');
      if (typeof tell === 'function') tell(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return broken;
}

/** The playground's editor is there: some megabytes, which a busy machine takes a while to start. */
export async function editorStarts(page: Page) {
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 30_000 });
}
