import { expect, type Page } from '@playwright/test';

export type Letter = {
  id: string;
  kind: string;
  to: string;
  subject: string;
  text: string;
  link: string | null;
  code: string | null;
  createdAt: string;
};

/** What was mailed to an address, newest first, from the server's own mailbox. */
export async function letters(page: Page, to: string): Promise<Letter[]> {
  const response = await page.request.get(`/dev/mail.json?to=${encodeURIComponent(to)}`);
  expect(response.ok()).toBe(true);
  return response.json();
}

/** The newest link that was mailed to an address in a letter of this kind; waits for it. */
export async function mailedLink(page: Page, to: string, kind: RegExp): Promise<string> {
  let link = '';
  await expect(async () => {
    const letter = (await letters(page, to)).find((one) => one.link && kind.test(one.kind));
    link = letter?.link ?? '';
    expect(link, `a letter of ${kind} to ${to}`).not.toBe('');
  }).toPass({ timeout: 15_000 });
  return link;
}
