import { expect, test } from '@playwright/test';
import { makeApp, Workplace } from './api';
import { dialog, live, looksRight, signUp } from './support';

test('a branch gets a review app, follows its pushes, and goes', async ({ page }) => {
  const workplace = new Workplace();
  try {
    await signUp(page);
    const app = await makeApp(page);
    await workplace.open(page);
    workplace.push(app.gitRemote, 'Sell gift cards', 'gift-cards');

    await page.goto(`/apps/${app.name}?tab=reviews`);
    await expect(page.getByRole('heading', { name: 'No review apps yet' })).toBeVisible();
    const branch = page.getByRole('combobox', { name: 'Branch' });
    await branch.fill('gift');
    await page.getByRole('option', { name: 'gift-cards' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();

    const name = `${app.name}-gift-cards`;
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByText(`Review app of ${app.name}, branch gift-cards`)).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Collaborators' })).toHaveCount(0);
    await expect(live(page)).toBeVisible();
    workplace.push(app.gitRemote, 'Let gift cards expire', 'gift-cards');
    await expect(page.getByText('Let gift cards expire')).toBeVisible();
    await looksRight(page, 'review-app');

    await page.getByRole('link', { name: app.name, exact: true }).click();
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Let gift cards expire');
    await looksRight(page, 'review-apps');

    await page.goto(`/apps/${name}?tab=settings`);
    await page.getByRole('button', { name: 'Delete app…' }).click();
    const confirm = dialog(page, `Delete ${name}`);
    await confirm.getByRole('textbox').fill(name);
    await confirm.getByRole('button', { name: 'Delete app' }).click();
    await expect(page.getByRole('heading', { name: 'No review apps yet' })).toBeVisible();
  } finally {
    workplace.close();
  }
});
