import { expect, type Page, test } from '@playwright/test';
import { signUpByForm } from './support';

/**
 * Plays a deployment under an open tab: its server has another entry script, and
 * the files whose path matches are gone. `healed`: the next page load finds them.
 */
async function deploy(page: Page, gone: RegExp, healed: boolean) {
  const tab = { loads: 0 };
  await page.route('**/*', (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) tab.loads++;
    const stale = !healed || tab.loads === 0;
    const { pathname } = new URL(request.url());
    if (stale && gone.test(pathname)) return route.fulfill({ status: 404, body: '404 page not found' });
    if (stale && pathname === '/' && !request.isNavigationRequest()) {
      return route.fulfill({
        contentType: 'text/html',
        body: '<script src="/assets/index-next.js"></script>',
      });
    }
    return route.fallback();
  });
  return tab;
}

const timeline = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Timeline' });

for (const [what, gone] of [
  ['script', /\/timeline-page-[^/]*\.js$/],
  ['style', /\/timeline-page-[^/]*\.css$/],
] as const) {
  test(`a tab whose next page is missing a ${what} after a deployment reloads once`, async ({ page }) => {
    await signUpByForm(page);
    const tab = await deploy(page, gone, true);
    await timeline(page).click();
    await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/\/timeline$/);
    expect(tab.loads).toBe(1);
  });
}

test('where the reload does not help there is no loop, and no raw fault', async ({ page }) => {
  await signUpByForm(page);
  const tab = await deploy(page, /\/timeline-page-[^/]*\.js$/, false);
  await timeline(page).click();
  await expect(page.getByRole('heading', { name: 'This page couldn’t load' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Can’t connect to Portico');
  await expect(page.getByText(/fetch|import|preload/i)).toHaveCount(0);
  expect(tab.loads).toBe(1);
});

test('a piece that is missing leaves the page and its unsaved input', async ({ page }) => {
  await signUpByForm(page);
  await page.goto('/profile');
  const company = page.getByLabel('Company');
  await company.fill('Analytical Engines');
  const tab = await deploy(page, /\/palette-[^/]*\.js$/, true);
  await page.getByRole('button', { name: 'Commands' }).click();
  await expect(page.getByText('Save what you typed, reload the page and try again.')).toBeVisible();
  await expect(company).toHaveValue('Analytical Engines');
  expect(tab.loads).toBe(0);
});

test('an unknown page is a real 404, and the change of a password is where managers look for it', async ({
  page,
}) => {
  await signUpByForm(page);
  const answer = await page.goto('/nowhere');
  expect(answer?.status()).toBe(404);
  await expect(page.getByText('404', { exact: true })).toBeVisible();
  await page.goto('/.well-known/change-password');
  await expect(page).toHaveURL(/\/authentication#password$/);
  await expect(page.getByRole('region', { name: 'Password', exact: true })).toBeInViewport();
});
