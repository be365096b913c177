import { expect, test } from '@playwright/test';
import { makeApp } from './api';
import { looksRight, signUp } from './support';

// The clock is everybody's: these journeys move it by an hour at most, which no other one minds.
test('the clock of a sandbox stands below every page', async ({ page }) => {
  await signUp(page);
  await makeApp(page);
  await page.goto('/timeline');
  const footer = page.getByRole('contentinfo');
  await expect(footer.getByText(/Sandbox clock: /)).toBeVisible();
  await expect(footer.getByRole('button', { name: 'One day ahead' })).toBeEnabled();
  await looksRight(page, 'sandbox-clock');
});

test('moves the clock ahead by an hour', async ({ page }) => {
  await signUp(page);
  await page.goto('/apps');
  const footer = page.getByRole('contentinfo');
  const before = await footer.locator('time').first().getAttribute('datetime');
  const answered = page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('sandboxAdvanceClock'),
  );
  await footer.getByRole('button', { name: 'One hour ahead' }).click();
  await answered;
  await expect(async () => {
    const now = await footer.locator('time').first().getAttribute('datetime');
    expect(Date.parse(now ?? '') - Date.parse(before ?? '')).toBeGreaterThan(3_500_000);
  }).toPass();
});
