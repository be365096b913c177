import { expect, type Page } from '@playwright/test';
import { press, type Someone } from './support';

type Letter = { subject: string; link: string };

/** The newest letter to an address whose button leads to this page: the sandbox keeps what it would mail. */
export async function letterTo(page: Page, to: string, path: string): Promise<Letter> {
  let found: Letter | undefined;
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`/dev/mail.json?to=${encodeURIComponent(to)}`);
        const letters: Letter[] = await answer.json();
        found = letters.find(({ link }) => link && new URL(link).pathname === path);
        return found !== undefined;
      },
      { message: `a letter to ${to} that leads to ${path}` },
    )
    .toBe(true);
  return found as Letter;
}

/** Opens a mailed link in this tab, as a click in a mail program would. */
export async function openLink(page: Page, link: string) {
  const { pathname, hash } = new URL(link);
  // A mail program opens a tab of its own: another fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(pathname + hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Opens the page that a letter leads to, and answers with its link. */
export async function followLetter(page: Page, to: string, path: string): Promise<string> {
  const { link } = await letterTo(page, to, path);
  await openLink(page, link);
  return link;
}

/** Verifies the address by its letter. */
export async function verify(page: Page, { email }: Pick<Someone, 'email'>) {
  await followLetter(page, email, '/verify-email');
  await press(page, 'Verify email');
  await expect(page.getByRole('heading', { name: 'Email verified' })).toBeFocused();
}
