import { useLingui } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { GithubEnd } from './search';
import type { Arrival } from './state';

/** How a sign-in with GitHub ended that did not sign in, and what to do. */
function useGithubWords(): Record<GithubEnd, string> {
  const { t } = useLingui();
  return {
    refused: t`GitHub sign-in was canceled.`,
    failed: t`We couldn’t reach GitHub. Try again in a minute or sign in another way.`,
    expired: t`This took too long or started in another browser. Try again.`,
    'no-email': t`Your GitHub account has no verified primary email. Verify it on GitHub, then try again.`,
    taken: t`You already have a Portico account with this email. Sign in, then link GitHub under Authentication.`,
    closing: t`Your account is scheduled for deletion. To restore it, use the link in the email we sent.`,
  };
}

export function GithubNotice({ end }: { end: GithubEnd }) {
  const { t } = useLingui();
  const words = useGithubWords();
  return (
    <Alert icon={<IconAlertTriangle aria-hidden />} title={t`GitHub didn’t sign you in`} role="alert">
      <Text>{words[end]}</Text>
    </Alert>
  );
}

/** Said once, to somebody who did not sign out here. */
export function EndedElsewhere() {
  const { t } = useLingui();
  return (
    <Alert icon={<IconInfoCircle aria-hidden />} title={t`You’ve been signed out`} role="status">
      <Text>
        {t`Your session expired or was ended from another device. Sign in to pick up where you left off.`}
      </Text>
    </Alert>
  );
}

/** Said to somebody whom another page sent here. */
export function ArrivalNotice({ notice }: { notice: NonNullable<Arrival['notice']> }) {
  const { t } = useLingui();
  const words = {
    'password-reset': {
      title: t`Password updated`,
      text: t`You’ve been signed out everywhere. Sign in with your new password.`,
    },
    'second-step-over': {
      title: t`Sign in again`,
      text: t`Your sign-in timed out, ended in another tab, or had too many wrong codes.`,
    },
    'second-step-elsewhere': {
      title: t`Sign in again`,
      text: t`You started another sign-in in a different tab.`,
    },
  }[notice];
  const Icon = notice === 'password-reset' ? IconCircleCheck : IconInfoCircle;
  return (
    <Alert icon={<Icon aria-hidden />} title={words.title} role="status">
      <Text>{words.text}</Text>
    </Alert>
  );
}
