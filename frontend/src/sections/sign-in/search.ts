import * as v from 'valibot';

const githubEnds = ['refused', 'failed', 'expired', 'no-email', 'taken', 'closing'] as const;

export type GithubEnd = (typeof githubEnds)[number];

export const signInPageSearch = v.object({
  /** How a sign-in with GitHub ended that did not sign in. */
  github: v.optional(v.fallback(v.picklist(githubEnds), 'failed')),
});

export const secondStepSearch = v.object({
  with: v.optional(v.fallback(v.optional(v.literal('recovery-code')), undefined)),
});
