import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql';
import type { MailedLinkInput } from '../../gql/graphql';
import type { PayloadErrors } from '../../lib/problems';
import type { Outcome, Purpose } from './outcome';

/** What comes of an emailed link: the outcome, or what is wrong. */
export type EmailedLinkData = Record<string, Omit<Outcome, 'purpose'> & { errors: PayloadErrors }>;

/** An emailed link: its purpose, and what is sent when its button is pressed. */
export type EmailedLink<Data extends EmailedLinkData> = {
  purpose: Purpose;
  document: TypedDocumentNode<Data, { input: MailedLinkInput }>;
};

const link = <Data extends EmailedLinkData>(purpose: Purpose, document: EmailedLink<Data>['document']) => ({
  purpose,
  document,
});

export const verifyEmail = link(
  'verify-email',
  graphql(`
    mutation VerifyEmail($input: MailedLinkInput!) {
      verifyEmail(input: $input) { email errors { ...UserError } }
    }
  `),
);

export const confirmEmailChange = link(
  'confirm-email-change',
  graphql(`
    mutation ConfirmEmailChange($input: MailedLinkInput!) {
      confirmEmailChange(input: $input) {
        email: newEmail
        stepsLeft
        errors { ...UserError }
      }
    }
  `),
);

export const cancelEmailChange = link(
  'cancel-email-change',
  graphql(`
    mutation CancelEmailChangeByLink($input: MailedLinkInput!) {
      cancelEmailChangeByLink(input: $input) { email errors { ...UserError } }
    }
  `),
);

export const revertEmailChange = link(
  'revert-email-change',
  graphql(`
    mutation RevertEmailChange($input: MailedLinkInput!) {
      revertEmailChange(input: $input) { email errors { ...UserError } }
    }
  `),
);

export const unlockSignIn = link(
  'unlock',
  graphql(`
    mutation UnlockSignIn($input: MailedLinkInput!) {
      unlockSignIn(input: $input) { errors { ...UserError } }
    }
  `),
);

export const confirmDeletion = link(
  'confirm-deletion',
  graphql(`
    mutation ConfirmAccountDeletion($input: MailedLinkInput!) {
      confirmAccountDeletion(input: $input) { dueAt errors { ...UserError } }
    }
  `),
);

export const cancelDeletion = link(
  'cancel-deletion',
  graphql(`
    mutation CancelAccountDeletion($input: MailedLinkInput!) {
      cancelAccountDeletion(input: $input) { username errors { ...UserError } }
    }
  `),
);
