import type { EmailChangeStep } from '../../gql/graphql';

/** What an emailed link is for, as its path says. */
export type Purpose =
  | 'verify-email'
  | 'confirm-email-change'
  | 'cancel-email-change'
  | 'revert-email-change'
  | 'unlock'
  | 'confirm-deletion'
  | 'cancel-deletion';

/** What came of an emailed link. */
export type Outcome = {
  purpose: Purpose;
  /** It was done before, by a first click on the same link. */
  already?: boolean;
  /** The email that it is about. */
  email?: string | null;
  /** What an email change needs yet; nothing: it has taken effect. */
  stepsLeft?: readonly EmailChangeStep[];
  /** When the personal data will be removed. */
  dueAt?: string | null;
  /** Who can sign in again. */
  username?: string | null;
};
