import * as v from 'valibot';

const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.optional(v.fallback(v.optional(v.picklist(options)), undefined));

const dialogs = [
  'email',
  'totp',
  'recovery-codes',
  'disable-totp',
  'passkey',
  'unlink-github',
  'end-sessions',
  'delete',
] as const;

export type DialogName = (typeof dialogs)[number];

/** What came of the way to GitHub and back. */
const fromGithub = ['linked', 'already', 'taken', 'refused', 'failed', 'expired'] as const;

export type FromGithub = (typeof fromGithub)[number];

/** What of the page is in its address. An open dialog is part of the view: "back" closes it. */
export const authenticationSearch = v.object({ dialog: oneOf(dialogs), github: oneOf(fromGithub) });
