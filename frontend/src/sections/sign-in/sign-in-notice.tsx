import { useLingui } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { GithubEnd } from './search';
import type { Arrival } from './state';

/** How a sign-in with GitHub ended that did not sign in, and what to do. */
function useGithubWords(): Record<GithubEnd, string> {
  const { t } = useLingui();
  return {
    refused: t`You did not allow GitHub to tell who you are. Nothing was changed.`,
    failed: t`GitHub could not be asked just now. Try again in a minute, or sign in another way.`,
    expired: t`It took too long, or was begun in another browser. Begin again.`,
    'no-email': t`GitHub gave no verified address. Verify your primary address at GitHub, then try again.`,
    taken: t`There is an account with the address of your GitHub account. Sign in to it, then link GitHub under Authentication.`,
    closing: t`Your account is being deleted. The link in the mail to its address cancels it.`,
  };
}

export function GithubNotice({ end }: { end: GithubEnd }) {
  const { t } = useLingui();
  const words = useGithubWords();
  return (
    <Alert icon={<IconAlertTriangle aria-hidden />} title={t`GitHub did not sign you in`} role="alert">
      <Text size="sm">{words[end]}</Text>
    </Alert>
  );
}

/** Said once, to somebody who did not sign out here. */
export function EndedElsewhere() {
  const { t } = useLingui();
  return (
    <Alert icon={<IconInfoCircle aria-hidden />} title={t`You were signed out`} role="status">
      <Text size="sm">
        {t`Your session was ended on another device, or its time was over. Sign in again to go on where you were.`}
      </Text>
    </Alert>
  );
}

/** Said to somebody whom another page sent here. */
export function ArrivalNotice({ notice }: { notice: NonNullable<Arrival['notice']> }) {
  const { t } = useLingui();
  const words = {
    'password-reset': {
      title: t`Your password is set`,
      text: t`Sign in with it. All sessions were ended.`,
    },
    'second-step-over': {
      title: t`Sign in once more`,
      text: t`The second step took too long, or too many codes were wrong.`,
    },
  }[notice];
  const Icon = notice === 'password-reset' ? IconCircleCheck : IconInfoCircle;
  return (
    <Alert icon={<Icon aria-hidden />} title={words.title} role="status">
      <Text size="sm">{words.text}</Text>
    </Alert>
  );
}
