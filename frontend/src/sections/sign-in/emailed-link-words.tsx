import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmailChangeAbout } from './email-change-about';
import type { Purpose } from './outcome';
import { useGraceDays } from './use-grace-days';

type Words = {
  title: string;
  /** What the button will do, in the future: nothing has happened yet. */
  about: (token: string) => ReactNode;
  verb: string;
  /** What to do where the link does not work any more. */
  otherwise: ReactNode;
  danger?: boolean;
  /** What leads away from the page where its button may do harm. */
  leave?: string;
};

function PersonalData() {
  const days = useGraceDays();
  if (days === undefined) return <Trans>We’ll permanently delete your personal data.</Trans>;
  return (
    <Plural
      value={days}
      _0="We’ll permanently delete your personal data right away. This cannot be undone."
      one="We’ll permanently delete your personal data after a day. Until then, you can undo this from the email we’ll send you."
      other="We’ll permanently delete your personal data after # days. Until then, you can undo this from the email we’ll send you."
    />
  );
}

/** How many days an old email can restore an account: its data is kept as long. */
const revertDays = 7;

function DeletionConsequences() {
  const days = useGraceDays();
  return (
    <List spacing={4}>
      <List.Item>
        <Trans>You’ll be signed out everywhere. API tokens and SSH keys will stop working immediately.</Trans>
      </List.Item>
      <List.Item>
        <Trans>You’ll lose access to apps shared with you.</Trans>
      </List.Item>
      <List.Item>
        <PersonalData />
      </List.Item>
      {days !== undefined && days < revertDays && (
        <List.Item>
          <Trans>
            If your email changed in the last 7 days, we’ll keep your data until the previous email can no
            longer restore your account.
          </Trans>
        </List.Item>
      )}
    </List>
  );
}

/** What the page of an emailed link says before its button is pressed. */
export function useEmailedLinkWords(): Record<Purpose, Words> {
  const { t } = useLingui();
  return {
    'verify-email': {
      title: t`Verify your email`,
      about: () => t`Confirm that this email is yours, so that we can reach you about your account.`,
      verb: t`Verify email`,
      otherwise: t`Sign in to send yourself a new link.`,
    },
    'confirm-email-change': {
      title: t`Confirm your email change`,
      about: (token) => <EmailChangeAbout token={token} />,
      verb: t`Confirm change`,
      otherwise: t`Sign in to see where the change stands, or to request it again.`,
    },
    'cancel-email-change': {
      title: t`Keep your current email`,
      about: () =>
        t`Someone asked to change the email on your account. Cancel the change to keep your current email.`,
      verb: t`Cancel email change`,
      otherwise: t`If your email has already changed, the email about it has a link to undo the change for 7 days.`,
    },
    'revert-email-change': {
      title: t`Restore your previous email`,
      about: () =>
        t`We’ll switch your account back to this email, sign out every device, clear the password, and remove the sign-in methods, API tokens, and SSH keys added since the change was requested.`,
      verb: t`Restore email`,
      otherwise: t`The link works for 7 days after the change. If you no longer trust the account, contact support.`,
    },
    unlock: {
      title: t`Unlock sign-in`,
      about: () =>
        t`Sign-in was locked after too many wrong passwords or two-factor codes. Unlock it to sign in with them again.`,
      verb: t`Unlock sign-in`,
      otherwise: t`Sign in. If your account is still locked, reset your password.`,
    },
    'confirm-deletion': {
      title: t`Delete your account`,
      about: () => <DeletionConsequences />,
      verb: t`Delete account`,
      otherwise: t`Sign in and request the deletion again if you still want it.`,
      danger: true,
      leave: t`Keep my account`,
    },
    'cancel-deletion': {
      title: t`Keep your account`,
      about: () =>
        t`Your account is scheduled for deletion. Keep it and you can sign in again. API tokens stay revoked.`,
      verb: t`Keep my account`,
      otherwise: t`An account can’t be restored once its time to cancel the deletion has run out.`,
    },
  };
}
