import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { api } from './api';
import type { Someone } from './support';

type Letter = { id: string; kind: string; to: string; subject: string; link: string; code: string };

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

/** Opens the page that a letter leads to, as a click in a mail program would. */
export async function followLetter(page: Page, to: string, path: string) {
  const { link } = await letterTo(page, to, path);
  const { pathname, hash } = new URL(link);
  // A mail program opens a tab of its own: another fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(pathname + hash);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return link;
}

/**
 * A code of an authenticator app, as oathtool makes it. Each is taken once, and no
 * older one after it: `steps` of 30 seconds from now, one at most to either side.
 */
export function codeOf(secret: string, steps: -1 | 0 | 1 = 0): string {
  const at = new Date(Date.now() + steps * 30_000)
    .toISOString()
    .replace(/\.\d+Z$/, ' UTC')
    .replace('T', ' ');
  return execFileSync('oathtool', ['-b', '--totp', '-N', at, secret]).toString().trim();
}

/** Asks for the second factor from now on. Uses the code of the step before this one. */
export async function turnOnTotp(page: Page): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { startTotp } = await api(page, 'mutation { startTotp { secret errors { message } } }');
  const { secret } = startTotp as { secret: string };
  const confirm = `mutation ($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) { recoveryCodes errors { message } }
  }`;
  const { confirmTotp } = await api(page, confirm, { input: { code: codeOf(secret, -1) } });
  const { recoveryCodes } = confirmTotp as { recoveryCodes: string[] };
  expect(recoveryCodes).toHaveLength(10);
  const on = 'mutation { confirmRecoveryCodes { viewer { twoFactor { enabled } } errors { message } } }';
  expect(await api(page, on)).toMatchObject({
    confirmRecoveryCodes: { viewer: { twoFactor: { enabled: true } }, errors: [] },
  });
  return { secret, recoveryCodes };
}

/** Gives the browser a security key of its own, which says yes to everything. */
export async function plugInKey(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Adds a passkey to the account that is signed in on this page. */
export async function addPasskey(page: Page, name: string) {
  const { startPasskey } = await api(
    page,
    'mutation { startPasskey { ceremony options errors { message } } }',
  );
  const { ceremony, options } = startPasskey as { ceremony: string; options: string };
  const credential = await page.evaluate(async (text) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(text));
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    return JSON.stringify(made.toJSON());
  }, options);
  const add = `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { errors { message } } }`;
  const added = await api(page, add, { input: { ceremony, credential, name } });
  expect(added).toEqual({ addPasskey: { errors: [] } });
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Leaves without a word to the server, as whoever deletes their cookies. */
export async function forgetMe(page: Page) {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in to Portico' })).toBeVisible();
}

export async function verify(page: Page, { email }: Someone) {
  await followLetter(page, email, '/verify-email');
  await press(page, 'Verify the address');
  await expect(page.getByRole('heading', { name: 'Your mail address is verified' })).toBeFocused();
}
