import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { graphql } from '../../gql';
import type { MailedLinkInput } from '../../gql/graphql';
import type { PayloadErrors } from '../../lib/problems';
import type { Outcome, Purpose } from './outcome';

type Payload = Omit<Outcome, 'purpose'> & { errors: PayloadErrors };

/** A mailed link: its purpose, and what is sent when its button is pressed. */
export type MailedLink<Data> = {
  purpose: Purpose;
  document: TypedDocumentNode<Data, { input: MailedLinkInput }>;
  payload: (data: Data) => Payload;
};

/** Keeps the type of the data between document and payload. */
const link = <Data>(one: MailedLink<Data>) => one;

export const verifyEmail = link({
  purpose: 'verify-email',
  document: graphql(`
    mutation VerifyEmail($input: MailedLinkInput!) {
      verifyEmail(input: $input) {
        email
        errors { ...UserError }
      }
    }
  `),
  payload: ({ verifyEmail }) => verifyEmail,
});

export const confirmEmailChange = link({
  purpose: 'confirm-email-change',
  document: graphql(`
    mutation ConfirmEmailChange($input: MailedLinkInput!) {
      confirmEmailChange(input: $input) {
        email: newEmail
        stepsLeft
        errors { ...UserError }
      }
    }
  `),
  payload: ({ confirmEmailChange }) => confirmEmailChange,
});

export const cancelEmailChange = link({
  purpose: 'cancel-email-change',
  document: graphql(`
    mutation CancelEmailChangeByLink($input: MailedLinkInput!) {
      cancelEmailChangeByLink(input: $input) {
        email
        errors { ...UserError }
      }
    }
  `),
  payload: ({ cancelEmailChangeByLink }) => cancelEmailChangeByLink,
});

export const revertEmailChange = link({
  purpose: 'revert-email-change',
  document: graphql(`
    mutation RevertEmailChange($input: MailedLinkInput!) {
      revertEmailChange(input: $input) {
        email
        errors { ...UserError }
      }
    }
  `),
  payload: ({ revertEmailChange }) => revertEmailChange,
});

export const unlockSignIn = link({
  purpose: 'unlock',
  document: graphql(`
    mutation UnlockSignIn($input: MailedLinkInput!) {
      unlockSignIn(input: $input) {
        errors { ...UserError }
      }
    }
  `),
  payload: ({ unlockSignIn }) => unlockSignIn,
});

export const confirmDeletion = link({
  purpose: 'confirm-deletion',
  document: graphql(`
    mutation ConfirmAccountDeletion($input: MailedLinkInput!) {
      confirmAccountDeletion(input: $input) {
        dueAt
        errors { ...UserError }
      }
    }
  `),
  payload: ({ confirmAccountDeletion }) => confirmAccountDeletion,
});

export const cancelDeletion = link({
  purpose: 'cancel-deletion',
  document: graphql(`
    mutation CancelAccountDeletion($input: MailedLinkInput!) {
      cancelAccountDeletion(input: $input) {
        username
        errors { ...UserError }
      }
    }
  `),
  payload: ({ cancelAccountDeletion }) => cancelAccountDeletion,
});
