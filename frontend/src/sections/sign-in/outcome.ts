/** What a mailed link is for, as its path says. */
export type Purpose =
  | 'verify-email'
  | 'confirm-email-change'
  | 'cancel-email-change'
  | 'revert-email-change'
  | 'unlock'
  | 'confirm-deletion'
  | 'cancel-deletion';

/** What came of a mailed link. */
export type Outcome = {
  purpose: Purpose;
  /** It was done before, by a first click on the same link. */
  already?: boolean;
  /** The mail address that it is about. */
  email?: string | null;
  /** Whether a change has taken effect. */
  applied?: boolean;
  /** When the personal data will be removed. */
  dueAt?: string | null;
  /** Who can sign in again. */
  username?: string | null;
};
