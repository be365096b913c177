import { Trans } from '@lingui/react/macro';
import { Anchor, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useRouteContext } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSubmit } from '../../lib/form';
import { payloadOf } from '../../lib/problems';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { SubmitButton } from '../../ui/submit-button';
import { GuestCard } from './guest-card';
import { useMailedLinkWords } from './mailed-link-words';
import {
  cancelDeletion,
  cancelEmailChange,
  confirmDeletion,
  confirmEmailChange,
  type MailedLink,
  type MailedLinkData,
  revertEmailChange,
  unlockSignIn,
  verifyEmail,
} from './mailed-links';
import { dropToken } from './mailed-token';
import { OutcomeCard } from './outcome-card';
import { useHandedOver } from './state';

/** The secret behind the # of the link that was followed. */
export function useMailedToken(): string | undefined {
  return useRouteContext({ strict: false, select: ({ token }) => token });
}

export function ToPortico({ children }: { children?: ReactNode }) {
  return (
    <Anchor inherit renderRoot={(props) => <Link to="/apps" {...props} />}>
      {children ?? <Trans>Go to Portico</Trans>}
    </Anchor>
  );
}

/** Said where the address has no secret: it was cut short, or the page was opened by hand. */
export function NoToken({ title }: { title: string }) {
  return (
    <GuestCard title={title} footer={<ToPortico />} takesFocus>
      <Text size="sm">
        <Trans>
          This link is incomplete. Open the email again and click the button, or copy the full address.
        </Trans>
      </Text>
    </GuestCard>
  );
}

/** Sends the secret; the outcome goes into the browser's history, so that it outlives the session it may end. */
function useMailedLink<Data extends MailedLinkData>({ purpose, document }: MailedLink<Data>, token: string) {
  const session = useSession();
  const navigate = useNavigate();
  const [dead, setDead] = useState(false);
  const submit = useSubmit({
    form: useForm({ initialValues: {} }),
    document,
    variables: () => ({ input: { token } }),
    onRefused: (refused) => {
      if (refused.some(({ code }) => code === 'ALREADY_ON')) {
        dropToken();
        void navigate({ to: '.', replace: true, state: { outcome: { purpose, already: true } } });
        return true;
      }
      setDead(refused.some(({ code }) => code === 'LINK_INVALID'));
      return false;
    },
    onDone: async (data) => {
      const { errors: _, ...came } = payloadOf(data);
      dropToken();
      await navigate({
        to: '.',
        replace: true,
        state: { outcome: { ...came, purpose } },
      });
      session.changed();
    },
  });
  return { ...submit, dead };
}

function MailedLinkForm<Data extends MailedLinkData>({
  link,
  token,
}: {
  link: MailedLink<Data>;
  token: string;
}) {
  const words = useMailedLinkWords()[link.purpose];
  const { onSubmit, pending, whole, problem, wait, dead } = useMailedLink(link, token);
  return (
    <GuestCard title={words.title} footer={<ToPortico>{words.leave}</ToPortico>} takesFocus>
      <form onSubmit={onSubmit}>
        <Stack>
          {!dead && (
            <Text size="sm" component="div">
              {words.about(token)}
            </Text>
          )}
          <FormFaults whole={whole} problem={problem} />
          {dead ? (
            <Text size="sm">{words.otherwise}</Text>
          ) : (
            <SubmitButton pending={pending} wait={wait} fullWidth color={words.danger ? 'red' : undefined}>
              {words.verb}
            </SubmitButton>
          )}
        </Stack>
      </form>
    </GuestCard>
  );
}

/**
 * A page that a mailed link leads to. Nothing happens before its button is pressed:
 * programs that look through mails open links, too.
 */
function MailedLinkPage<Data extends MailedLinkData>({ link }: { link: MailedLink<Data> }) {
  const words = useMailedLinkWords()[link.purpose];
  const { outcome } = useHandedOver();
  const token = useMailedToken();
  if (outcome?.purpose === link.purpose) return <OutcomeCard outcome={outcome} />;
  if (!token) return <NoToken title={words.title} />;
  return <MailedLinkForm key={token} link={link} token={token} />;
}

export const VerifyEmailPage = () => <MailedLinkPage link={verifyEmail} />;
export const ConfirmEmailChangePage = () => <MailedLinkPage link={confirmEmailChange} />;
export const CancelEmailChangePage = () => <MailedLinkPage link={cancelEmailChange} />;
export const RevertEmailChangePage = () => <MailedLinkPage link={revertEmailChange} />;
export const UnlockPage = () => <MailedLinkPage link={unlockSignIn} />;
export const ConfirmDeletionPage = () => <MailedLinkPage link={confirmDeletion} />;
export const CancelDeletionPage = () => <MailedLinkPage link={cancelDeletion} />;
