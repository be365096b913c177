import { expect, type Page, test } from '@playwright/test';
import { dialog, live, looksRight, press, signUp } from './support';

const save = (page: Page) => press(page, 'Save');

async function chooseCountry(page: Page, name: string) {
  await page.getByRole('combobox', { name: 'Country' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

test('fills in billing details, with a VAT number that is confirmed by itself', async ({ page }) => {
  await signUp(page);
  await page.goto('/profile');
  await page.getByRole('link', { name: 'Billing details' }).click();
  await expect(page.getByRole('heading', { name: 'Billing details' })).toBeVisible();

  await page.getByText('Business', { exact: true }).click();
  await save(page);
  await expect(page.getByLabel('Registered name')).toBeFocused();
  await expect(page.getByText('Choose your country.')).toBeVisible();
  await looksRight(page, 'billing-profile-errors');

  await page.getByLabel('Registered name').fill('Harbour Works GmbH');
  await chooseCountry(page, 'Germany');
  await page.getByLabel('Address', { exact: true }).fill('Hafenstraße 12');
  await page.getByLabel('Postal code').fill('20457');
  await page.getByLabel('City').fill('Hamburg');
  await page.getByLabel('VAT number').fill('DE 136 695 977');
  await page.getByLabel('Other recipients').fill('books@example.org\ninvoices@example.org');
  await save(page);
  await expect(page.getByText(/isn't a VAT number of the country/)).toBeVisible();
  await expect(page.getByLabel('VAT number')).toBeFocused();

  await page.getByLabel('VAT number').fill('DE 136 695 976');
  await save(page);
  await expect(page.getByText('Billing details saved')).toBeVisible();
  await expect(page.getByText('Confirmed by VIES', { exact: true })).toBeVisible();
  await expect(page.getByLabel('VAT number')).toHaveValue('DE136695976');

  await page.reload();
  await expect(page.getByLabel('Registered name')).toHaveValue('Harbour Works GmbH');
  await looksRight(page, 'billing-profile');
  await expect(page.getByLabel('Other recipients')).toHaveValue('books@example.org\ninvoices@example.org');
  await page.getByLabel('City').fill('Bremen');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await expect(dialog(page, 'Discard unsaved changes?')).toBeVisible();
  await press(page, 'Keep editing');
  await expect(page.getByLabel('City')).toHaveValue('Bremen');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await press(page, 'Discard changes');
  await expect(page.getByText('Billing details updated').first()).toBeVisible();
});

test('shows what was changed elsewhere', async ({ page }) => {
  await signUp(page);
  await page.goto('/billing/details');
  await expect(live(page)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/billing/details');
  await other.getByLabel('Full name').fill('Ada King');
  await chooseCountry(other, 'Iceland');
  await other.getByLabel('Address', { exact: true }).fill('Laugavegur 1');
  await other.getByLabel('City').fill('Reykjavík');
  await save(other);
  await expect(other.getByText('Billing details saved')).toBeVisible();
  await expect(page.getByLabel('City')).toHaveValue('Reykjavík');
});
