import { expect, type Page } from '@playwright/test';
import { press, type Someone } from './support';

type Email = { subject: string; link: string };

/** The newest email to an address whose button leads to this page: the sandbox keeps what it would send. */
export async function emailTo(page: Page, to: string, path: string): Promise<Email> {
  let found: Email | undefined;
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`/dev/mail.json?to=${encodeURIComponent(to)}`);
        const emails: Email[] = await answer.json();
        found = emails.find(({ link }) => link && new URL(link).pathname === path);
        return found !== undefined;
      },
      { message: `an email to ${to} that leads to ${path}` },
    )
    .toBe(true);
  return found as Email;
}

/** Opens an emailed link in this tab, as a click in a mail program would. */
export async function openLink(page: Page, link: string) {
  const { pathname, hash } = new URL(link);
  // A mail program opens a tab of its own: another fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(pathname + hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Opens the page that an email leads to, and answers with its link. */
export async function followEmail(page: Page, to: string, path: string): Promise<string> {
  const { link } = await emailTo(page, to, path);
  await openLink(page, link);
  return link;
}

/** Verifies the address by the email sent to it. */
export async function verify(page: Page, { email }: Pick<Someone, 'email'>) {
  await followEmail(page, email, '/verify-email');
  await press(page, 'Verify email');
  await expect(page.getByRole('heading', { name: 'Email verified' })).toBeFocused();
}
