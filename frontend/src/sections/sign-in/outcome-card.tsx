import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { IconCheck, IconUserX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { dayName } from '../../lib/dates';
import { useTimeZone } from '../../lib/viewer';
import { useWhenEmailChanges } from './email-change-about';
import { GuestCard } from './guest-card';
import type { Outcome, Purpose } from './outcome';
import { OutcomeIcon } from './outcome-icon';
import { useGraceDays } from './use-grace-days';

type Words = { title: string; text: string };

/** What is said of an email change that one side has confirmed. */
function useConfirmedWords({ email, stepsLeft = [] }: Outcome): Words {
  const { t } = useLingui();
  const when = useWhenEmailChanges();
  if (stepsLeft.length > 0) return { title: t`Confirmed`, text: when(email ?? '', stepsLeft) };
  return { title: t`Email changed`, text: t`You’ll now sign in and get notified at ${email}.` };
}

/** How far the clocks of people's devices may be off. */
const clockSkew = 60 * 60 * 1000;

/**
 * Where there is no time to change one's mind, nothing brings the account back. An old
 * email that can still restore it gives time to everybody.
 */
function useClosedWords({ dueAt }: Outcome): Words {
  const { t, i18n } = useLingui();
  const timeZone = useTimeZone();
  const final = useGraceDays() === 0 && Date.parse(dueAt ?? '') < Date.now() + clockSkew;
  const day = dueAt ? dayName(dueAt, timeZone, i18n.locale) : '';
  return {
    title: t`Your account has been closed`,
    text: final
      ? t`We’re deleting your personal data.`
      : t`We’ll delete your personal data on ${day}. Changed your mind? Use the link in the email we just sent.`,
  };
}

function useOutcomeWords(outcome: Outcome): Words {
  const { t } = useLingui();
  const { email, username } = outcome;
  const confirmed = useConfirmedWords(outcome);
  const closed = useClosedWords(outcome);
  const words: Record<Purpose, Words> = {
    'verify-email': { title: t`Email verified`, text: t`${email} is now verified.` },
    'confirm-email-change': confirmed,
    'cancel-email-change': {
      title: t`Email change canceled`,
      text: t`Your email is still ${email}.`,
    },
    'revert-email-change': {
      title: t`Email restored`,
      text: t`Your email is ${email} again, and every device has been signed out. We’ve emailed you a link to set a new password.`,
    },
    unlock: { title: t`Password sign-in unlocked`, text: t`You can sign in with your password again.` },
    'confirm-deletion': closed,
    'cancel-deletion': {
      title: t`Deletion canceled`,
      text: t`Welcome back, ${username}. Sign in to continue.`,
    },
  };
  if (outcome.already)
    return { title: t`Email already verified`, text: t`You can close this page or continue to Portico.` };
  return words[outcome.purpose];
}

/** The way on from here. */
function WayOn({ outcome: { purpose, username } }: { outcome: Outcome }) {
  switch (purpose) {
    case 'confirm-deletion':
      return null;
    case 'revert-email-change':
      return (
        <Button fullWidth renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
          <Trans>Request a new link</Trans>
        </Button>
      );
    case 'unlock':
    case 'cancel-deletion': {
      const state = username ? { arrival: { login: username } } : {};
      return (
        <Button fullWidth renderRoot={(props) => <Link to="/sign-in" state={state} {...props} />}>
          <Trans>Sign in</Trans>
        </Button>
      );
    }
    default:
      return (
        <Button fullWidth renderRoot={(props) => <Link to="/apps" {...props} />}>
          <Trans>Go to your apps</Trans>
        </Button>
      );
  }
}

/** What came of an emailed link, and the way on. */
export function OutcomeCard({ outcome }: { outcome: Outcome }) {
  const { title, text } = useOutcomeWords(outcome);
  const closed = outcome.purpose === 'confirm-deletion';
  return (
    <GuestCard
      icon={
        closed ? <OutcomeIcon icon={IconUserX} color="gray" /> : <OutcomeIcon icon={IconCheck} color="ok" />
      }
      title={title}
      takesFocus
    >
      <Stack>
        <Text className="breakable">{text}</Text>
        <WayOn outcome={outcome} />
      </Stack>
    </GuestCard>
  );
}
