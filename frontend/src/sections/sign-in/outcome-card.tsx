import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayName } from '../../lib/dates';
import { useTimeZone } from '../../lib/viewer';
import { GuestCard } from './guest-card';
import type { Outcome, Purpose } from './outcome';

type Words = { title: string; text: string };

/** What is said of a change of address that one of the two has confirmed. */
function useConfirmedWords({ email, applied }: Outcome): Words {
  const { t } = useLingui();
  if (applied) return { title: t`Your mail address is changed`, text: t`It is ${email} from now on.` };
  return {
    title: t`Confirmed`,
    text: t`Your address becomes ${email} as soon as the other address has confirmed it too, or the time of waiting is over.`,
  };
}

function useOutcomeWords(outcome: Outcome): Words {
  const { t, i18n } = useLingui();
  const timeZone = useTimeZone();
  const { email, dueAt, username } = outcome;
  const confirmed = useConfirmedWords(outcome);
  const day = dueAt ? dayName(dueAt, timeZone, i18n.locale) : '';
  const words: Record<Purpose, Words> = {
    'verify-email': { title: t`Your mail address is verified`, text: t`It is ${email}.` },
    'confirm-email-change': confirmed,
    'cancel-email-change': {
      title: t`Your mail address stays`,
      text: t`It is ${email}, and the change is cancelled.`,
    },
    'revert-email-change': {
      title: t`Your old mail address is back`,
      text: t`It is ${email} again. All sessions were ended. Set another password now: somebody else may know the one you have.`,
    },
    unlock: { title: t`Unlocked`, text: t`Your password signs you in again.` },
    'confirm-deletion': {
      title: t`Your account is closed`,
      text: t`Your personal data will be removed on ${day}. Until then the link in the mail that was sent now brings the account back.`,
    },
    'cancel-deletion': { title: t`Your account stays`, text: t`Sign in again as ${username}.` },
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
        <Anchor size="sm" renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
          <Trans>Set another password</Trans>
        </Anchor>
      );
    case 'unlock':
    case 'cancel-deletion': {
      const state = username ? { arrival: { login: username } } : {};
      return (
        <Anchor size="sm" renderRoot={(props) => <Link to="/sign-in" state={state} {...props} />}>
          <Trans>Sign in</Trans>
        </Anchor>
      );
    }
    default:
      return (
        <Anchor size="sm" renderRoot={(props) => <Link to="/apps" {...props} />}>
          <Trans>Go to your apps</Trans>
        </Anchor>
      );
  }
}

/** What came of a mailed link, and the way on. */
export function OutcomeCard({ outcome }: { outcome: Outcome }) {
  const { title, text } = useOutcomeWords(outcome);
  return (
    <GuestCard title={title} footer={<WayOn outcome={outcome} />} takesFocus>
      <Text size="sm" className="breakable">
        {text}
      </Text>
    </GuestCard>
  );
}
