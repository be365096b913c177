import { expect, type Page, test } from '@playwright/test';
import { api } from './api';
import { accountMenu, signUp, someone, watchPolicy } from './support';

/** A device that holds passkeys and knows its holder, in the place of a real one. */
async function withDevice(page: Page) {
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

type Begun = { ceremony: string; options: string };

async function begin(page: Page, what: string): Promise<Begun> {
  const answer = await api(page, `mutation { ${what} { ceremony options errors { code } } }`);
  return answer[what] as Begun;
}

/** The answer of the browser to what was begun, in the forms of WebAuthn Level 3. */
function made(page: Page, { options }: Begun) {
  return page.evaluate(async (text) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(text));
    const credential = await navigator.credentials.create({ publicKey });
    return JSON.stringify((credential as PublicKeyCredential).toJSON());
  }, options);
}

function proven(page: Page, { options }: Begun) {
  return page.evaluate(async (text) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(text));
    const credential = await navigator.credentials.get({ publicKey });
    return JSON.stringify((credential as PublicKeyCredential).toJSON());
  }, options);
}

test('a passkey of a real browser is added, signs in and opens sudo mode', async ({ page }) => {
  const who = await signUp(page);
  await withDevice(page);
  const adding = await begin(page, 'startPasskey');
  const input = { ceremony: adding.ceremony, credential: await made(page, adding) };
  const add = `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { passkey { name } errors { code } } }`;
  expect(await api(page, add, { input })).toMatchObject({ addPasskey: { errors: [] } });

  await page.context().clearCookies();
  await page.goto('/sign-in');
  const signing = await begin(page, 'startPasskeySignIn');
  const proof = { ceremony: signing.ceremony, credential: await proven(page, signing) };
  const signIn = `mutation ($input: PasskeyProofInput!) { signInWithPasskey(input: $input) { viewer { username } errors { code } } }`;
  expect(await api(page, signIn, { input: proof })).toEqual({
    signInWithPasskey: { viewer: { username: who.username }, errors: [] },
  });

  const opening = await begin(page, 'startPasskeySudo');
  const passkey = { ceremony: opening.ceremony, credential: await proven(page, opening) };
  const enter = `mutation ($input: EnterSudoInput!) { enterSudo(input: $input) { errors { code } } }`;
  expect(await api(page, enter, { input: { passkey } })).toEqual({ enterSudo: { errors: [] } });
});

test('signs up over the GitHub of the sandbox, and comes back', async ({ page }) => {
  const broken = await watchPolicy(page);
  const { username } = someone('octo');
  await page.goto('/sign-in');
  const answer = await api(page, 'mutation { startGithubSignIn(input: { page: "timeline" }) { url } }');
  await page.goto((answer as { startGithubSignIn: { url: string } }).startGithubSignIn.url);
  await page.getByLabel('Name at GitHub').fill('not a name');
  await page.getByLabel('Primary mail address').fill(`${username}@example.org`);
  await page.getByRole('button', { name: 'Authorize' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Name at GitHub').fill(username);
  await page.getByRole('button', { name: 'Authorize' }).click();
  await expect(page).toHaveURL(/\/timeline$/);
  await expect(accountMenu(page, { username })).toBeVisible();
  expect(broken).toEqual([]);
});
