import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { api } from './api';
import { dialog, type Someone } from './support';

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

/** Gives the browser a device that holds passkeys and says yes to everything. */
export async function plugInDevice(page: Page) {
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

/**
 * Signing up opens sudo mode, and nobody waits 15 minutes here: the server's refusal
 * of the next such mutation is played; the proof and what follows go to the server.
 */
export async function endSudo(page: Page, mutation: string) {
  let refused = false;
  await page.route('**/graphql', async (route) => {
    if (refused || !route.request().postData()?.includes(`mutation ${mutation}`)) return route.fallback();
    refused = true;
    const errors = [{ message: 'Your password, please.', extensions: { code: 'SUDO_REQUIRED' } }];
    return route.fulfill({ json: { errors, data: null } });
  });
}

/** Opens sudo mode by the password that is asked for. */
export async function prove(page: Page, { password }: Someone) {
  const asked = dialog(page, 'Confirm it’s you');
  await asked.getByLabel('Password', { exact: true }).fill(password);
  await asked.getByRole('button', { name: 'Continue' }).click();
  await expect(asked).toBeHidden();
}
