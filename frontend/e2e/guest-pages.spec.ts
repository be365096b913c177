import { expect, test } from '@playwright/test';
import { looksRight } from './support';

test.describe('looks right', () => {
  for (const path of [
    '/sign-in',
    '/sign-up',
    '/sign-in/second-step?with=recovery-code',
    '/forgot-password',
    '/reset-password#secret',
    '/verify-email',
    '/verify-email#secret',
    '/confirm-email-change#secret',
    '/cancel-email-change#secret',
    '/revert-email-change#secret',
    '/unlock#secret',
    '/cancel-deletion#secret',
  ]) {
    test(path, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await looksRight(page, path.slice(1).replace(/\W+/g, '-'));
    });
  }
});
