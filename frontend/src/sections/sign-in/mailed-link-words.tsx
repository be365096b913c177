import { Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Purpose } from './outcome';

type Words = {
  title: string;
  /** What the button will do. */
  about: ReactNode;
  verb: string;
  /** What to do where the link does not work any more. */
  otherwise: ReactNode;
  danger?: boolean;
};

function DeletionConsequences() {
  return (
    <List size="sm" spacing={4}>
      <List.Item>
        <Trans>Your sessions and API tokens end at once, and your SSH keys stop working.</Trans>
      </List.Item>
      <List.Item>
        <Trans>You leave the apps that others share with you.</Trans>
      </List.Item>
      <List.Item>
        <Trans>
          After a period of grace your personal data is removed for good. Until then the link of another mail
          brings the account back.
        </Trans>
      </List.Item>
    </List>
  );
}

/** What the page of a mailed link says before its button is pressed. */
export function useMailedLinkWords(): Record<Purpose, Words> {
  const { t } = useLingui();
  return {
    'verify-email': {
      title: t`Verify your mail address`,
      about: t`This says that the address is yours.`,
      verb: t`Verify the address`,
      otherwise: t`Sign in: you can have a new link mailed there.`,
    },
    'confirm-email-change': {
      title: t`Confirm the new mail address`,
      about: t`Your account changes to the new address as soon as both, the new and the old one, have confirmed it.`,
      verb: t`Confirm the change`,
      otherwise: t`Sign in to see how the change stands, or to ask for it again.`,
    },
    'cancel-email-change': {
      title: t`Keep your mail address`,
      about: t`The change of your mail address is taken back, and your address stays as it is.`,
      verb: t`Keep the address`,
      otherwise: t`If the change has taken effect, the mail about it has a link that takes it back for 7 days.`,
    },
    'revert-email-change': {
      title: t`Bring your old mail address back`,
      about: t`Your account gets this address back. All its sessions end, and links to reset the password are void.`,
      verb: t`Bring it back`,
      otherwise: t`It works for 7 days after the change. If you do not trust the account any more, write to support.`,
    },
    unlock: {
      title: t`Unlock sign-in`,
      about: t`Too many wrong passwords or two-factor codes were entered for your account. Unlock it to sign in with them again.`,
      verb: t`Unlock`,
      otherwise: t`Sign in: if your account is still locked, set another password by a new link.`,
    },
    'confirm-deletion': {
      title: t`Delete your account`,
      about: <DeletionConsequences />,
      verb: t`Delete the account`,
      otherwise: t`Sign in and ask for the deletion again, if you still want it.`,
      danger: true,
    },
    'cancel-deletion': {
      title: t`Keep your account`,
      about: t`The deletion is cancelled, and you can sign in again. API tokens that ended stay ended.`,
      verb: t`Keep the account`,
      otherwise: t`Once the period of grace is over, an account cannot be brought back.`,
    },
  };
}
