import { generateKeyPairSync } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { looksRight, rowAction, signUp } from './support';

/** A fresh public key as a line of OpenSSH's: no two runs share one. */
function publicKey(comment: string): string {
  const { publicKey: key } = generateKeyPairSync('ed25519');
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(-32);
  const part = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const blob = Buffer.concat([part(Buffer.from('ssh-ed25519')), part(raw)]);
  return `ssh-ed25519 ${blob.toString('base64')} ${comment}`;
}

async function addKey(page: Page, line: string) {
  await page.getByRole('link', { name: 'Add SSH key' }).click();
  await page.getByLabel('Public key', { exact: true }).fill(line);
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('an empty list teaches', async ({ page }) => {
  await signUp(page);
  await page.goto('/ssh-keys');
  await expect(page.getByRole('heading', { name: 'No SSH keys yet' })).toBeVisible();
  await looksRight(page, 'ssh-keys-empty');
});

test('adds a key by pasting it, renames it in place and removes it by its name', async ({ page }) => {
  await signUp(page);
  await page.goto('/ssh-keys');
  await addKey(page, publicKey('ada@laptop'));
  const row = page.getByRole('listitem').filter({ hasText: 'ada@laptop' });
  await expect(row.getByText(/^SHA256:/)).toBeVisible();
  await expect(row.getByText('ED25519')).toBeVisible();
  await expect(row.getByText('Never used')).toBeVisible();
  await addKey(page, publicKey('ada@tower'));
  await expect(page.getByText('2 keys')).toBeVisible();
  await looksRight(page, 'ssh-keys');

  await rowAction(page, 'Actions for key ada@laptop', 'Rename key ada@laptop');
  await page.getByRole('textbox', { name: 'Key name' }).fill('Laptop');
  await looksRight(page, 'ssh-keys-rename');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Laptop', { exact: true })).toBeVisible();

  await rowAction(page, 'Actions for key Laptop', 'Remove key Laptop');
  await expect(page.getByRole('dialog')).toContainText('will no longer work for push');
  await page.getByRole('button', { name: 'Remove key', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await looksRight(page, 'ssh-keys-remove');
  await page.getByRole('dialog').getByRole('textbox').fill('Laptop');
  await page.getByRole('button', { name: 'Remove key', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Laptop', { exact: true })).toBeHidden();
  await expect(page.getByText('1 key', { exact: true })).toBeVisible();
});

test('takes a file, shows how to make a key, and "back" closes the dialog', async ({ page }) => {
  await signUp(page);
  await page.goto('/ssh-keys');
  await page.getByRole('link', { name: 'Add SSH key' }).click();
  await page.getByRole('button', { name: 'How do I create one?' }).click();
  await page.getByRole('tab', { name: 'Windows' }).click();
  await expect(page.getByText('Set-Clipboard')).toBeVisible();
  await looksRight(page, 'ssh-keys-add');
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.goForward();
  const line = publicKey('from a file');
  const file = { name: 'id_ed25519.pub', mimeType: 'text/plain', buffer: Buffer.from(`${line}\n`) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page.getByLabel('Public key', { exact: true })).toHaveValue(`${line}\n`);
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByText('from a file', { exact: true })).toBeVisible();
});

test('a private key never leaves the browser', async ({ page }) => {
  await signUp(page);
  await page.goto('/ssh-keys?dialog=add');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  const secret =
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----';
  await page.getByLabel('Public key', { exact: true }).fill(secret);
  await expect(page.getByText('That’s a private key.')).toBeVisible();
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByLabel('Public key', { exact: true })).toBeFocused();
  expect(sent.filter((body) => body.includes('b3BlbnNzaC1rZXk'))).toEqual([]);
  await looksRight(page, 'ssh-keys-private');
});

test('the same key twice is refused at its field', async ({ page }) => {
  await signUp(page);
  await page.goto('/ssh-keys');
  const line = publicKey('twice');
  await addKey(page, line);
  await page.getByRole('link', { name: 'Add SSH key' }).click();
  await page.getByLabel('Public key', { exact: true }).fill(line);
  await page.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByLabel('Public key', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Public key', { exact: true })).toHaveValue(line);
});

test('a key that is added elsewhere appears without a reload', async ({ page, context }) => {
  await signUp(page);
  await page.goto('/ssh-keys');
  await expect(page.getByRole('status').getByText('Live')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/ssh-keys');
  await addKey(other, publicKey('from the other tab'));
  await expect(page.getByText('from the other tab')).toBeVisible();
});
