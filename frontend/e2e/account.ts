import { expect, type Page } from '@playwright/test';
import { live, signUp } from './support';

/** A card of the page of Authentication. */
export const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Somebody new looks at the page of Authentication. */
export async function openPage(page: Page) {
  const who = await signUp(page);
  await page.goto('/authentication');
  await expect(card(page, 'Sessions').getByText('Current session')).toBeVisible();
  await expect(live(page)).toBeVisible();
  return who;
}
